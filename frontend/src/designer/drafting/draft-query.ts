/** The draft of an app as this browser knows it: where it comes from, and taking in what is newer. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { request } from '@/shared/api/request'

import type { Draft } from './draft'

export function draftPath(app: string): string {
  return `/design/${encodeURIComponent(app)}`
}

export function draftQuery(app: string) {
  return queryOptions({
    queryKey: ['design', app],
    queryFn: async ({ client, signal }) => takeIn(client, app, await request<Draft>(draftPath(app), { signal })),
  })
}

/** Takes a draft in, unless a newer one is known already. */
export function takeIn(client: QueryClient, app: string, draft: Draft): Draft {
  const { queryKey } = draftQuery(app)
  const known = client.getQueryData(queryKey)
  if (known !== undefined && known.revision > draft.revision) return known
  client.setQueryData(queryKey, draft)
  return draft
}
