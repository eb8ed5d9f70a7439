/** The history of a record, page by page, newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'

import { readHistory, type RecordPlace } from '@/shared/records/one-record'

export function useHistory(place: RecordPlace, id: string) {
  return useInfiniteQuery({
    queryKey: ['history', place.app, place.entity, id],
    queryFn: ({ pageParam }) => readHistory(place, id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })
}
