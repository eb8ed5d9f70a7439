/** Incidents at the server: steps that stopped, and what is done about them. */
import { queryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'
import type { FlowName, Words } from '@/shared/flows/wire'
import type { Reference } from '@/shared/records/record'

export type IncidentState = 'open' | 'closed'
export type Repair = { readonly command: 'retry' | 'skip' } | { readonly command: 'edit'; readonly values: Readonly<Record<string, unknown>> }

export interface Incident {
  readonly id: string
  readonly app: string
  /** Absent where it happened outside a flow, such as an event of a shop. */
  readonly flow: FlowName | null
  readonly node: { readonly id: string; readonly label: Label } | null
  readonly instance: string | null
  readonly record: Reference | null
  readonly entity: string | null
  readonly kind: 'step' | 'call' | 'inbound' | 'loop' | 'stock'
  readonly code: string
  readonly words: Words
  readonly params: Readonly<Record<string, unknown>>
  readonly at: string
  readonly attempts: number
  readonly state: string
  /** What the step was given, where that can be corrected. */
  readonly given?: Readonly<Record<string, unknown>> | null
}

interface IncidentPage {
  readonly items: readonly Incident[]
  readonly next_cursor?: string | null
}

export function useIncidents(state: IncidentState) {
  return useInfiniteQuery({
    queryKey: ['incidents', state],
    queryFn: ({ pageParam }) => request<IncidentPage>('/incidents', { query: { state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
  })
}

export function incidentQuery(id: string) {
  return queryOptions({ queryKey: ['incident', id], queryFn: () => request<Incident>(`/incidents/${encodeURIComponent(id)}`) })
}

export function useRepair(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (repair: Repair) => {
      const body = repair.command === 'edit' ? { values: repair.values } : undefined
      return request<Incident>(`/incidents/${encodeURIComponent(id)}:${repair.command}`, { method: 'POST', body })
    },
    onSettled: () => {
      const stale = new Set(['incidents', 'incident', 'run'])
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.has(String(queryKey[0])) })
    },
  })
}
