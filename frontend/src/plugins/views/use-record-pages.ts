/** Records page after page, as they are asked for; what is shown is kept while a newer state is on its way. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { StoredRecord } from '@/shared/records/record'

import type { PictureProps } from './picture-props'

const AT_ONCE = 30

export interface RecordPages {
  readonly records: readonly StoredRecord[]
  /** How many there are in all, once that is known. */
  readonly total: number | undefined
  readonly error: Error | null
  readonly isLoading: boolean
  readonly hasMore: boolean
  readonly more: () => void
  readonly isLoadingMore: boolean
}

interface Wanted {
  /** Whether anybody asks how many there are in all. */
  readonly isCounted?: boolean
  /** Whether there is anything to read yet. */
  readonly isWanted?: boolean
}

export function useRecordPages({ entity, list, query }: Pick<PictureProps, 'entity' | 'list' | 'query'>, { isCounted = true, isWanted = true }: Wanted = {}): RecordPages {
  const { data, error, isLoading, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['records', entity.id, 'pages', query, isCounted],
    enabled: isWanted,
    queryFn: ({ pageParam }) => list({ ...query, limit: AT_ONCE, ...(pageParam !== '' && { cursor: pageParam }), ...(pageParam === '' && isCounted && { count: 'exact' as const }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  })
  const records = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  return {
    records,
    total: data?.pages[0]?.total,
    error,
    isLoading,
    hasMore: hasNextPage,
    more: () => void fetchNextPage(),
    isLoadingMore: isFetchingNextPage,
  }
}
