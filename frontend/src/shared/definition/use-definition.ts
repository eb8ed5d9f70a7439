/** The definition of an app in components; fetched again once an answer mentions a newer release. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useNewestRelease } from '@/shared/api/releases'
import { request } from '@/shared/api/request'

import type { Definition } from './definition'

export function definitionQuery(app: string) {
  return queryOptions({
    queryKey: ['definition', app],
    queryFn: () => request<Definition>(`/apps/${encodeURIComponent(app)}/definition`),
    staleTime: 5 * 60_000,
  })
}

export function useDefinition(app: string) {
  const query = useQuery(definitionQuery(app))
  const newest = useNewestRelease(app)
  const { data, refetch } = query
  const isOutdated = data !== undefined && data.release < newest
  useEffect(() => {
    if (isOutdated) void refetch()
  }, [isOutdated, refetch])
  return query
}
