/** What changed types would make of the values there are, as the server tries it. */
import { queryOptions, useQuery } from '@tanstack/react-query'

import type { Value } from '@/core/values/value'
import { request } from '@/shared/api/request'

import type { Draft, Words } from '../drafting/draft'
import type { Impact } from './impact'

export interface UnfitValue {
  readonly record: string
  readonly title: string | null
  readonly value: Value
  /** Why the new type does not take it. */
  readonly words: Words
}

export interface Conversion {
  readonly entity: string
  readonly field: string
  readonly fitting: number
  readonly unfit: number
  /** The first that do not fit, in records this person may read. */
  readonly examples: readonly UnfitValue[]
}

const CONVERT = 'storage.step.convert'

/** Asked anew whenever somebody comes back to the page: the records may be corrected by now. */
function conversionsQuery(app: string, revision: number) {
  return queryOptions({
    queryKey: ['design', app, 'conversions', revision],
    queryFn: () => request<{ readonly items: readonly Conversion[] }>(`/design/${encodeURIComponent(app)}/conversions`),
    staleTime: 0,
    gcTime: 60_000,
  })
}

export interface Conversions {
  /** Nothing where no type changes, and while the values are being tried. */
  readonly items: readonly Conversion[] | undefined
  readonly isTrying: boolean
  readonly areUnfit: boolean
}

export function useConversions(draft: Draft, impact: Impact | undefined): Conversions {
  const isWanted = impact?.steps.some(({ code }) => code === CONVERT) ?? false
  const { data, isFetching } = useQuery({ ...conversionsQuery(draft.app, draft.revision), enabled: isWanted })
  const items = isWanted ? data?.items : undefined
  return { items, isTrying: isWanted && isFetching, areUnfit: items?.some(({ unfit }) => unfit > 0) ?? false }
}
