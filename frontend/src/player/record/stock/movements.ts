/** The stock of a balance record: who holds of it, and what happened to it, newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'

import { request } from '@/shared/api/request'
import { recordPath, type RecordPlace } from '@/shared/records/one-record'
import type { Reference } from '@/shared/records/record'

interface ForRecord {
  /** Name of the entity of the record it is for, and the record, as far as they may be read. */
  readonly entity: string | null
  readonly record: Reference | null
}

export interface Reservation extends ForRecord {
  readonly id: string
  readonly quantity: number
  readonly shipped: number
  readonly open: number
  readonly since: string
  readonly expires_at: string | null
}

export interface Movement extends ForRecord {
  readonly version: number
  readonly at: string
  readonly kind: string
  readonly on_hand_change: number
  readonly reserved_change: number
  readonly on_hand: number
  readonly reserved: number
  readonly by: Reference | null
}

interface StockPage {
  readonly reservations: readonly Reservation[]
  readonly movements: readonly Movement[]
  readonly next_cursor: string | null
}

/** Asked again with every version of the record. */
export function useStock(place: RecordPlace, id: string, version: number) {
  return useInfiniteQuery({
    queryKey: ['stock', place.app, place.entity, id, version],
    queryFn: ({ pageParam }) => request<StockPage>(`${recordPath(place, id)}/stock`, { query: { cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })
}
