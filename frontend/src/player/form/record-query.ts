/** One record from the server, expanded for its form. */
import { queryOptions } from '@tanstack/react-query'

import { readRecord, type RecordPlace } from '@/shared/records/one-record'

export function recordKey({ app, entity }: RecordPlace, id: string) {
  return ['record', app, entity, id] as const
}

/** Never fetched behind the person's back: what is typed stands on this version until it is saved. */
export function recordQuery(place: RecordPlace, id: string) {
  return queryOptions({
    queryKey: recordKey(place, id),
    queryFn: () => readRecord(place, id),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}
