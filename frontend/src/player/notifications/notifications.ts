/** What flows have told me: pages of notifications, how many are unread, marking as read. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { request } from '@/shared/api/request'
import type { Reference } from '@/shared/records/record'

export interface Notification {
  readonly id: string
  readonly at: string
  readonly read_at: string | null
  readonly subject: string
  readonly body: string
  readonly app: string | null
  readonly entity: string | null
  readonly record: Reference | string | null
  readonly task: string | null
}

interface NotificationPage {
  readonly items: readonly Notification[]
  readonly unread: number
  readonly next_cursor?: string | null
}

const KEY = 'notifications'

export function useUnread(): number {
  const { data } = useQuery({
    queryKey: [KEY, 'unread'],
    queryFn: async () => (await request<NotificationPage>('/notifications', { query: { limit: 1 } })).unread,
  })
  return data ?? 0
}

export function useNotifications() {
  return useInfiniteQuery({
    queryKey: [KEY, 'all'],
    queryFn: ({ pageParam }) => request<NotificationPage>('/notifications', { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
  })
}

/** Marks those named as read, without names all. */
export function useMarkRead() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (ids?: readonly string[]) => request('/notifications:read', { method: 'POST', body: ids === undefined ? {} : { ids } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Where a notification leads: to the task, else to the record. */
export function addressOf({ task, app, entity, record }: Notification): string | undefined {
  if (task !== null) return `/inbox/${encodeURIComponent(task)}`
  const id = typeof record === 'object' ? record?.id : record
  return app === null || entity === null || id === undefined ? undefined : `/a/${app}/e/${entity}/${id}`
}
