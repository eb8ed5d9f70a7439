/** The records of a stretch of days: those that begin in it, and those begun before that have not ended. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { instantAt, wallTime } from '@/core/values/instant'
import type { Field } from '@/generated/metadata'
import { useFieldScope } from '@/plugins/fields/scope'
import type { ListQuery, NamedCondition } from '@/shared/records/list-records'
import type { StoredRecord } from '@/shared/records/record'

import { addDays, daysBetween, type Day } from './days'
import type { PictureProps } from './picture-props'

const MOST = 500

export interface Span {
  readonly record: StoredRecord
  readonly from: Day
  readonly to: Day
  /** The clock time it begins at, for instants. */
  readonly time: string
}

interface Stretch {
  readonly start: Field
  readonly end: Field | undefined
  readonly first: Day
  readonly last: Day
}

export function useSpans({ entity, list, query }: Pick<PictureProps, 'entity' | 'list' | 'query'>, stretch: Stretch) {
  const { zone } = useFieldScope()
  const { start, end, first, last } = stretch
  const { data, error, isLoading } = useQuery({
    queryKey: ['records', entity.id, 'days', query, first, last, start.name, end?.name],
    queryFn: async () => {
      const pages = await Promise.all(questions(query, stretch, zone).map((asked) => list({ ...asked, limit: MOST })))
      return { records: pages.flatMap(({ items }) => items), isCut: pages.some(({ next_cursor }) => next_cursor !== null) }
    },
    placeholderData: (before) => before,
  })
  const spans = useMemo(() => (data?.records ?? []).map((record) => spanOf(record, start, end, zone)).filter((span) => span !== null), [data, start, end, zone])
  return { spans, isCut: data?.isCut === true, error, isLoading }
}

function questions(query: ListQuery, { start, end, first, last }: Stretch, zone: string): ListQuery[] {
  const from = edge(start, first, zone)
  const until = edge(start, addDays(last, 1), zone)
  const within: NamedCondition[] = [
    { field: start.name, operator: 'greater_or_equal', value: from },
    { field: start.name, operator: 'less', value: until },
  ]
  const asked = [narrowedBy(query, within)]
  if (end !== undefined) {
    asked.push(
      narrowedBy(query, [
        { field: start.name, operator: 'less', value: from },
        { field: end.name, operator: 'greater_or_equal', value: edge(end, first, zone) },
      ]),
    )
  }
  return asked
}

function narrowedBy(query: ListQuery, conditions: readonly NamedCondition[]): ListQuery {
  return { ...query, conditions: [...(query.conditions ?? []), ...conditions] }
}

/** Where a day begins: itself, or its midnight on the clock of the app. */
export function edge({ type }: Field, day: Day, zone: string): string {
  return type === 'datetime' ? instantAt(`${day}T00:00:00`, zone) : day
}

/** A record that ends before it begins is shown on its first day. */
export function spanOf(record: StoredRecord, start: Field, end: Field | undefined, zone: string): Span | null {
  const begin = wallOf(record[start.name], zone)
  if (begin === null) return null
  const from = begin.slice(0, 10)
  const to = (end && wallOf(record[end.name], zone)?.slice(0, 10)) ?? from
  return { record, from, to: to < from ? from : to, time: begin.slice(11, 16) }
}

/** The values that put a record on another day: the clock time stays, and so does how long it takes. */
export function movedTo(span: Span, day: Day, { start, end, zone }: { readonly start: Field; readonly end: Field | undefined; readonly zone: string }) {
  const shift = daysBetween(span.from, day)
  const fields = [start, end].filter((field) => field !== undefined)
  const shifted = fields.map((field) => [field.name, shiftedValue(span.record[field.name], shift, zone)] as const)
  return Object.fromEntries(shifted.filter(([, value]) => value !== null))
}

function shiftedValue(value: unknown, shift: number, zone: string): string | null {
  if (typeof value !== 'string' || value === '') return null
  if (value.length === 10) return addDays(value, shift)
  const wall = wallTime(value, zone)
  return instantAt(`${addDays(wall.slice(0, 10), shift)}${wall.slice(10)}`, zone)
}

function wallOf(value: unknown, zone: string): string | null {
  if (typeof value !== 'string' || value === '') return null
  return value.length === 10 ? value : wallTime(value, zone)
}
