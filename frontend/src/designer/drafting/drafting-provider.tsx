/** Loads the draft, keeps it true while others edit, and is the one way to change it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, type ReactNode } from 'react'

import { FaultScreen } from '@/ui/feedback/fault-screen'
import { Loading } from '@/ui/feedback/loading'

import { DraftingContext, type Drafting, type Params } from './draft-context'
import { draftQuery } from './draft-query'
import { useEditQueue } from './use-edit-queue'
import { useRefusals } from './use-refusals'

// News comes at once over the stream of events; this is for browsers that have none.
const OTHERS_EVERY = 15_000

interface DraftingProviderProps {
  readonly app: string
  readonly children: ReactNode
}

export function DraftingProvider({ app, children }: DraftingProviderProps) {
  const client = useQueryClient()
  const { data: draft, error, refetch } = useQuery({ ...draftQuery(app), refetchInterval: OTHERS_EVERY })
  const { queue, state } = useEditQueue(app)
  useRefusals(app, queue, state.refused)
  // The same for as long as the queue is: rows of long tables need not be drawn again.
  const edit = useCallback((kind: string, params: Params) => queue.add('/commands', { kind, params }), [queue])
  const settled = useCallback(async () => {
    await queue.settled()
    return client.getQueryData(draftQuery(app).queryKey)
  }, [app, client, queue])
  const drafting = useMemo<Drafting | null>(
    () =>
      draft === undefined
        ? null
        : {
            draft,
            edit,
            undo: (number?: number) => void queue.add(':undo', number === undefined ? {} : { number }),
            redo: (number?: number) => void queue.add(':redo', number === undefined ? {} : { number }),
            takeBackOwn: () => void queue.add(':take-back-own', {}),
            discard: () => void queue.add(':discard', {}),
            isSaving: state.waiting.length > 0,
            isOffline: state.isOffline,
            waiting: state.waiting.length,
            settled,
            refresh: refetch,
          },
    [draft, edit, queue, refetch, settled, state],
  )
  if (drafting === null) return error === null ? <Loading /> : <FaultScreen fault={error} onRetry={() => void refetch()} />
  return <DraftingContext value={drafting}>{children}</DraftingContext>
}
