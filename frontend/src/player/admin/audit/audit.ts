/** The audit trail as the server tells it: pages of entries, newest first, and whether its chains hold. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'

import { request } from '@/shared/api/request'

/** People, roles, tokens and sign-ins; their trail belongs to no app. */
export const SYSTEM = 'system'
export const SYSTEM_ENTITIES = ['sys_user', 'sys_session', 'sys_token'] as const
export const ACTIONS = ['create', 'update', 'delete', 'restore', 'purge', 'publish', 'see_as', 'sign_in'] as const

export interface AuditEntry {
  readonly app: string
  readonly sequence: number
  readonly at: string
  readonly by: string | null
  readonly by_name: string | null
  readonly action: string
  readonly entity: string | null
  readonly record: string | null
  readonly source: string
  readonly reason: string | null
  readonly fields: readonly string[]
}

interface AuditPage {
  readonly items: readonly AuditEntry[]
  readonly next_cursor: string | null
}

/** What the trail is narrowed to. */
export interface AuditFilter {
  readonly app?: string | undefined
  readonly entity?: string | undefined
  readonly person?: string | undefined
  readonly action?: string | undefined
}

export interface VerifiedChain {
  readonly app: string
  readonly holds: boolean
  /** Where it is broken. */
  readonly message: string | null
}

export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) => request<AuditPage>('/audit', { query: { ...filter, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
  })
}

export function useVerify() {
  return useMutation({
    mutationFn: async () => (await request<{ items: readonly VerifiedChain[] }>('/audit:verify', { method: 'POST' })).items,
  })
}
