/** Connectors as the server tells of them: how they are set up, how they fare, what came in. */
import { queryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Issue } from '@/core/issues/issue'
import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'

export type ConnectorState = 'unset' | 'off' | 'ok' | 'failing'
export type EventState = 'done' | 'parked' | 'ignored' | 'refused'

export interface Connector {
  readonly id: string
  readonly label: Label
  readonly kind: string
  readonly app: { readonly name: string; readonly label: Label }
  /** Where the other system sends its messages, without the host where the server does not know it. */
  readonly hook: string
  readonly address: string
  /** Which secrets are kept; what they are is never told. */
  readonly secrets: Readonly<Record<string, boolean>>
  readonly settings: Readonly<Record<string, unknown>>
  readonly enabled: boolean
  readonly state: ConnectorState
  readonly problem: { readonly code: string; readonly words: Label } | null
  readonly synced_at: string | null
  readonly last_event_at: string | null
  readonly counts: Readonly<Record<EventState, number>>
  readonly version: number
}

export interface InboundEvent {
  readonly id: string
  readonly state: EventState
  readonly words: Label
  readonly entity: string | null
  readonly record: { readonly id: string; readonly title: string | null } | null
  readonly issues: readonly Issue[]
  readonly received_at: string
  readonly attempts: number
}

/** What an administrator gives; a secret left empty stays as it is. */
export interface ConnectorEntry {
  readonly address: string
  readonly enabled: boolean
  readonly secrets?: Readonly<Record<string, string | undefined>>
}

interface EventPage {
  readonly items: readonly InboundEvent[]
  readonly next_cursor: string | null
}

const KEY = 'connectors'

export const connectorsQuery = queryOptions({
  queryKey: [KEY],
  queryFn: async () => (await request<{ items: readonly Connector[] }>('/connectors')).items,
  refetchInterval: 15_000,
})

export function useInboundEvents(connector: string, state: EventState | undefined) {
  return useInfiniteQuery({
    queryKey: [KEY, connector, 'events', state],
    queryFn: ({ pageParam }) => request<EventPage>(`/connectors/${connector}/events`, { query: { state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
    refetchInterval: 15_000,
  })
}

export function useSaveConnector(connector: Connector) {
  const invalidate = useInvalidate()
  return useMutation({
    mutationFn: ({ secrets = {}, ...entry }: ConnectorEntry) =>
      request<Connector>(`/connectors/${connector.id}`, {
        method: 'PUT',
        body: { ...entry, settings: connector.settings, secrets: given(secrets), ...(connector.version > 0 && { version: connector.version }) },
      }),
    onSuccess: invalidate,
  })
}

export function useTryOut(connector: string) {
  return useMutation({ mutationFn: () => request<{ ok: boolean; issues: readonly Issue[] }>(`/connectors/${connector}:test`, { method: 'POST' }) })
}

/** Registers this server's webhooks in the shop. */
export function useListen(connector: string) {
  return useMutation({ mutationFn: () => request<{ ok: boolean }>(`/connectors/${connector}:listen`, { method: 'POST' }) })
}

export function useSync(connector: string) {
  const invalidate = useInvalidate()
  return useMutation({ mutationFn: () => request<{ seen: number; taken: number }>(`/connectors/${connector}:sync`, { method: 'POST' }), onSettled: invalidate })
}

/** Plays one parked event again, or all of them. */
export function useReplay(connector: string) {
  const invalidate = useInvalidate()
  return useMutation({
    mutationFn: async (event: string | null): Promise<boolean> => {
      if (event === null) {
        const all = await request<{ played: number; done: number }>(`/connectors/${connector}/events:replay`, { method: 'POST' })
        return all.played === all.done
      }
      const one = await request<InboundEvent>(`/connectors/${connector}/events/${event}:replay`, { method: 'POST' })
      return one.state !== 'parked'
    },
    onSettled: invalidate,
  })
}

function useInvalidate() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [KEY] })
}

function given(secrets: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(secrets).filter(([, secret]) => secret !== undefined && secret !== ''))
}
