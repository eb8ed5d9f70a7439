/** Keeps what is on the screen true: news of the server makes the answers it concerns stale, a few at a time. */
import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef } from 'react'

import { listen, type LiveEvent, type LiveKind } from './live-events'
import { tellListeners } from './record-news'

/** What a kind of news makes stale, by the first part of a query's key. */
const CONCERNED: Readonly<Record<LiveKind, readonly string[]>> = {
  record: ['records', 'history', 'linked', 'record-flows'],
  task: ['tasks', 'task', 'record-flows'],
  notification: ['notifications'],
  instance: ['run', 'record-flows', 'tasks'],
  incident: ['incidents', 'incident'],
  draft: ['design'],
  designers: ['designers'],
}

const GATHER = 150

/** One stream for the whole page, from how far the session knows; none while somebody sees with other eyes. */
export function useLiveUpdates(isWanted = true, after?: string): void {
  const queryClient = useQueryClient()
  const latest = useRef(after)
  useLayoutEffect(() => {
    latest.current = after
  })
  useEffect(() => {
    if (!isWanted || typeof EventSource === 'undefined') return undefined
    const waiting = new Map<string, LiveEvent>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      const events = [...waiting.values()]
      waiting.clear()
      refresh(queryClient, events)
    }
    const stop = listen('/api/events', {
      onEvent: (event) => {
        waiting.set(`${event.kind} ${event.app} ${event.entity} ${event.id}`, event)
        timer ??= setTimeout(flush, GATHER)
      },
      onGap: () => refreshAll(queryClient),
      after: latest.current,
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isWanted, queryClient])
}

function refresh(queryClient: QueryClient, events: readonly LiveEvent[]): void {
  tellListeners(events)
  void queryClient.invalidateQueries({ predicate: (query) => events.some((event) => isConcerned(query, event)) })
}

function isConcerned({ queryKey: [first, app, second], state }: Query, { kind, app: changed, version }: LiveEvent): boolean {
  if (kind === 'draft') return first === 'design' && app === changed && second === undefined && isOlder(state.data, version)
  if (kind === 'designers') return first === 'designers' && app === changed
  // Counts and last changes of an app's overview.
  if (kind === 'record' && first === 'apps') return second === 'records' && app === changed
  return CONCERNED[kind].includes(String(first))
}

/** Whether a draft is older than the one spoken of; a release makes every draft another one. */
function isOlder(draft: unknown, revision: number | null | undefined): boolean {
  const known = draft as { readonly revision?: number } | undefined
  return revision === null || revision === undefined || known?.revision === undefined || known.revision < revision
}

function refreshAll(queryClient: QueryClient): void {
  const all = new Set(Object.values(CONCERNED).flat())
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => all.has(String(queryKey[0])) })
}
