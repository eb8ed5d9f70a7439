/** My inbox at the server: boxes of tasks, one task, and deciding on it. */
import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'

import { isProblem } from '@/shared/api/problem'
import { request } from '@/shared/api/request'

import type { Decision, InboxCounts, InboxPage, StartedItem, TaskBox, TaskDetail, TaskItem } from './wire'
import { heldSeeing } from '@/shared/seeing/held-seeing'

const PAGE = 50

export interface BoxItem {
  readonly todo: TaskItem
  readonly done: TaskItem
  readonly started: StartedItem
}

type Pages<Item> = InfiniteData<InboxPage<Item>, string | undefined>

export function boxKey(box: TaskBox) {
  return ['tasks', box] as const
}

export function taskKey(id: string) {
  return ['task', id] as const
}

export function useBox<Box extends TaskBox>(box: Box, isWanted = true) {
  return useInfiniteQuery({
    queryKey: boxKey(box),
    queryFn: ({ pageParam }) => request<InboxPage<BoxItem[Box]>>('/tasks', { query: { box, cursor: pageParam, limit: PAGE } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
    enabled: isWanted,
  })
}

const countsQuery = queryOptions({
  queryKey: ['tasks', 'counts'],
  queryFn: async () => (await request<InboxPage<TaskItem>>('/tasks', { query: { box: 'todo', limit: 1 } })).counts,
})

/** How much waits for me; undefined until the server has said. */
export function useInboxCounts(): InboxCounts | undefined {
  // The tasks of somebody else are not opened.
  return useQuery({ ...countsQuery, enabled: heldSeeing() === null }).data
}

export function taskQuery(id: string) {
  return queryOptions({ queryKey: taskKey(id), queryFn: () => request<TaskDetail>(`/tasks/${encodeURIComponent(id)}`) })
}

/** Sends a decision alone; the cache is the caller's. */
export function sendDecision(id: string, decision: Decision): Promise<TaskItem> {
  return request<TaskItem>(`/tasks/${encodeURIComponent(id)}/decisions`, { method: 'POST', body: decision })
}

/** Decides: the task leaves the list at once, and comes back where the server refuses. */
export function useDecide(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (decision: Decision) => sendDecision(id, decision),
    onMutate: async ({ action }) => {
      await queryClient.cancelQueries({ queryKey: ['tasks'] })
      return action === 'remind' ? undefined : takeOut(queryClient, id)
    },
    onError: (fault, _, undo) => {
      undo?.()
      // Somebody else was faster: what is shown is no longer true.
      if (isProblem(fault, 409)) void forgetTask(queryClient, id)
    },
    onSuccess: () => forgetTask(queryClient, id),
  })
}

/** Everything that a decision may have changed is asked for again. */
async function forgetTask(queryClient: QueryClient, id: string): Promise<void> {
  const stale = new Set(['tasks', 'run', 'record-flows', 'records', 'history', 'apps'])
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: taskKey(id) }),
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.has(String(queryKey[0])) }),
  ])
}

/** Takes a task out of the list on the screen; answers how to put it back. */
function takeOut(queryClient: QueryClient, id: string): () => void {
  const before = queryClient.getQueryData<Pages<TaskItem>>(boxKey('todo'))
  const counted = queryClient.getQueryData(countsQuery.queryKey)
  if (before !== undefined) queryClient.setQueryData<Pages<TaskItem>>(boxKey('todo'), withoutTask(before, id))
  if (counted !== undefined) queryClient.setQueryData(countsQuery.queryKey, { ...counted, todo: Math.max(0, counted.todo - 1) })
  return () => {
    if (before !== undefined) queryClient.setQueryData(boxKey('todo'), before)
    if (counted !== undefined) queryClient.setQueryData(countsQuery.queryKey, counted)
  }
}

function withoutTask({ pages, pageParams }: Pages<TaskItem>, id: string): Pages<TaskItem> {
  const fewer = pages.map((page) => {
    const items = page.items.filter((item) => item.id !== id)
    const gone = page.items.length - items.length
    return { ...page, items, counts: { ...page.counts, todo: Math.max(0, page.counts.todo - gone) } }
  })
  return { pages: fewer, pageParams }
}
