/** The one queue of edits of a person and an app in this tab; it goes on while the person moves from designer to designer. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

import { request } from '@/shared/api/request'
import { useSession } from '@/shared/session/session-context'

import type { Draft } from './draft'
import { draftPath, draftQuery, takeIn } from './draft-query'
import { createEditQueue, type EditQueue, type QueueState } from './edit-queue'
import { waitingEdits } from './waiting-edits'

const queues = new WeakMap<QueryClient, Map<string, EditQueue>>()

export function useEditQueue(app: string): { readonly queue: EditQueue; readonly state: QueueState } {
  const client = useQueryClient()
  const { user } = useSession()
  const queue = queueOf(client, user.id, app)
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  useEffect(() => {
    queue.wake()
    window.addEventListener('online', queue.wake)
    return () => window.removeEventListener('online', queue.wake)
  }, [queue])
  useFinishedOnLeaving()
  useLeaveGuard(state.isFragile)
  return { queue, state }
}

function queueOf(client: QueryClient, user: string, app: string): EditQueue {
  const mine = queues.get(client) ?? new Map<string, EditQueue>()
  queues.set(client, mine)
  const key = `${user}/${app}`
  const queue = mine.get(key) ?? makeQueue(client, user, app)
  mine.set(key, queue)
  return queue
}

function makeQueue(client: QueryClient, user: string, app: string): EditQueue {
  const { queryKey } = draftQuery(app)
  return createEditQueue({
    kept: waitingEdits(user, app),
    send: async ({ id, call, body }) => {
      // A look that began before the edit would show the state before it.
      await client.cancelQueries({ queryKey, exact: true })
      const revision = client.getQueryData(queryKey)?.revision ?? 0
      return takeIn(client, app, await request<Draft>(draftPath(app) + call, { method: 'POST', body: { revision, ...body, edit: id } }))
    },
  })
}

/** A tab that closes hands on what is being typed, as leaving the control does; the queue keeps it. */
function useFinishedOnLeaving(): void {
  useEffect(() => {
    const finish = () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    window.addEventListener('pagehide', finish)
    return () => window.removeEventListener('pagehide', finish)
  }, [])
}

/** Only where the browser keeps nothing is there something to lose by leaving. */
function useLeaveGuard(isFragile: boolean): void {
  useEffect(() => {
    if (!isFragile) return undefined
    const guard = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [isFragile])
}
