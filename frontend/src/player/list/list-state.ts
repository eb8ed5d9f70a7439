/** What the reader chose about a list: search, conditions, sort. It lives in the address, so it can be shared and gone back to. */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

import { sortText, type SortKey } from '@/plugins/views/sort-key'
import type { Added } from '@/plugins/views/view-query'
import type { NamedCondition } from '@/shared/records/list-records'

/** Search and conditions as they are in force; an empty sort means the view's own order. */
export type ListState = Added

export function readState(params: URLSearchParams): ListState {
  return { search: params.get('search') ?? '', conditions: readConditions(params.get('where')), sort: readSort(params.get('sort') ?? '') }
}

export function writeState({ search, conditions, sort }: ListState): URLSearchParams {
  const params = new URLSearchParams()
  if (search !== '') params.set('search', search)
  if (conditions.length > 0) params.set('where', JSON.stringify(conditions))
  if (sort.length > 0) params.set('sort', sortText(sort))
  return params
}

export function readSort(text: string): readonly SortKey[] {
  const keys = text.split(',').filter((key) => key !== '')
  return keys.map((key) => ({ field: key.replace(/^-/, ''), descending: key.startsWith('-') }))
}

/** An address somebody mistyped means no conditions rather than a broken page. */
function readConditions(text: string | null): readonly NamedCondition[] {
  if (text === null) return []
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read.filter(isCondition) : []
  } catch {
    return []
  }
}

function isCondition(value: unknown): value is NamedCondition {
  return typeof value === 'object' && value !== null && 'field' in value && 'operator' in value
}

export function useListState() {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readState(params), [params])
  const change = useCallback(
    (part: Partial<ListState>) => setParams((current) => writeState({ ...readState(current), ...part }), { replace: true }),
    [setParams],
  )
  return { state, change }
}
