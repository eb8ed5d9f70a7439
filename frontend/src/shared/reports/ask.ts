/** Asking the server: a question's answer, the records behind a figure, the members of a dimension. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { Locale } from '@/core/i18n/locale'
import type { Answer } from '@/core/query/answer'
import type { WireLine } from '@/core/values/value'
import type { Query } from '@/generated/metadata'
import type { StoredRecord } from '@/shared/records/record'
import { request } from '@/shared/api/request'

import { appPath } from './dashboards'

const DRILL_PAGE = 100

export function answerQuery(app: string, query: Query, language: Locale) {
  return queryOptions({
    queryKey: ['answer', app, language, query],
    queryFn: ({ signal }) => request<Answer>(`${appPath(app)}/query`, { method: 'POST', body: { query, language }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
}

/** Which figure of which cell is looked into. */
export interface DrillPlace {
  readonly measure: string
  readonly cell: Readonly<Record<string, unknown>>
}

export interface DrilledLine {
  readonly line: WireLine
  readonly record: StoredRecord
}

export interface DrillPage {
  /** Name of the entity whose records these are. */
  readonly entity: string
  readonly lines?: string | null
  /** Records; of lines, each line with its record. */
  readonly items: readonly (StoredRecord | DrilledLine)[]
  readonly next_cursor: string | null
  readonly total: number
  /** Figure of the cell, computed anew from these records. */
  readonly sum: string | number | null
}

export function drillQuery(app: string, query: Query, place: DrillPlace) {
  return infiniteQueryOptions({
    queryKey: ['drill', app, query, place],
    queryFn: ({ pageParam, signal }) =>
      request<DrillPage>(`${appPath(app)}/query:drill`, {
        method: 'POST',
        body: { query, ...place, limit: DRILL_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    staleTime: 0,
  })
}

export interface Member {
  readonly value: unknown
  readonly title: string | null
}

export function membersQuery(app: string, query: Query, dimension: string, search: string) {
  return queryOptions({
    queryKey: ['members', app, query, dimension, search],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly Member[] }>(`${appPath(app)}/query:members`, {
        method: 'POST',
        body: { query, dimension, search },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
