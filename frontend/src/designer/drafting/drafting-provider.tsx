/** Loads the draft and sends edits one after the other, each on the revision the one before it gave. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { request } from '@/shared/api/request'
import { FaultScreen } from '@/ui/feedback/fault-screen'
import { Loading } from '@/ui/feedback/loading'

import type { Draft } from './draft'
import { DraftingContext, type Drafting, type Params } from './draft-context'

const OTHERS_EVERY = 15_000

interface DraftingProviderProps {
  readonly app: string
  readonly children: ReactNode
}

export function DraftingProvider({ app, children }: DraftingProviderProps) {
  const path = `/design/${encodeURIComponent(app)}`
  const { data: draft, error, refetch } = useQuery({
    queryKey: ['design', app],
    queryFn: () => request<Draft>(path),
    refetchInterval: OTHERS_EVERY,
  })
  const { send, settled, isSaving } = useSending(app)
  const drafting = useMemo<Drafting | null>(
    () =>
      draft === undefined
        ? null
        : {
            draft,
            edit: (kind: string, params: Params) => send(`${path}/commands`, { kind, params }),
            undo: () => void send(`${path}:undo`, {}),
            redo: () => void send(`${path}:redo`, {}),
            discard: () => void send(`${path}:discard`, {}),
            isSaving,
            settled,
            refresh: refetch,
          },
    [draft, isSaving, path, refetch, send, settled],
  )
  if (drafting === null) return error === null ? <Loading /> : <FaultScreen fault={error} onRetry={() => void refetch()} />
  return <DraftingContext value={drafting}>{children}</DraftingContext>
}

function useSending(app: string) {
  const client = useQueryClient()
  const tellRefusal = useTellRefusal()
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const [waiting, setWaiting] = useState(0)

  const sendNow = useCallback(
    async (path: string, body: Params): Promise<Draft | null> => {
      const key = ['design', app]
      await client.cancelQueries({ queryKey: key })
      const revision = client.getQueryData<Draft>(key)?.revision ?? 0
      try {
        const after = await request<Draft>(path, { method: 'POST', body: { revision, ...body } })
        client.setQueryData(key, after)
        return after
      } catch (fault) {
        tellRefusal(fault)
        await client.invalidateQueries({ queryKey: key })
        return null
      }
    },
    [app, client, tellRefusal],
  )

  const send = useCallback(
    (path: string, body: Params): Promise<Draft | null> => {
      setWaiting((count) => count + 1)
      const sent = queue.current.then(() => sendNow(path, body)).finally(() => setWaiting((count) => count - 1))
      queue.current = sent
      return sent
    },
    [sendNow],
  )
  const settled = useCallback(async () => {
    await queue.current
    return client.getQueryData<Draft>(['design', app])
  }, [app, client])
  return { send, settled, isSaving: waiting > 0 }
}

/** Says why an edit was refused; a stale one is only news, for the newest state is shown at once. */
function useTellRefusal() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return useCallback(
    (fault: unknown) => {
      const sentences = issuesOf(fault).map((issue) => issueText(t, issue))
      const show = isProblem(fault, 409) ? message.info : message.error
      void show({ content: [...new Set(sentences)].join(' '), duration: 6 })
    },
    [message, t],
  )
}
