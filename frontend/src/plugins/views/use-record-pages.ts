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

export function useRecordPages({ entity, list, query }: Pick<PictureProps, 'entity' | 'list' | 'query'>, atOnce = AT_ONCE): RecordPages {
  const { data, error, isLoading, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['records', entity.id, 'pages', query, atOnce],
    queryFn: ({ pageParam }) => list({ ...query, limit: atOnce, ...(pageParam === '' ? { count: 'exact' as const } : { cursor: pageParam }) }),
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
