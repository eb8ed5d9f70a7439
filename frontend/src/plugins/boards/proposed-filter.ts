/** A first filter for a board: the period of what its reports are about, else members of what they group by. */
import { fieldAt, isDate } from '@/core/query/field-tree'
import { homesOf } from '@/core/query/narrowing'
import type { DashboardFilter, Entity, Field, Report } from '@/generated/metadata'
import { newDocumentId } from '@/shared/reports/apply'

const PERIOD = { zh: '期间', en: 'Period' } as const
const GROUPS: ReadonlySet<Field['type']> = new Set(['choice', 'link', 'person', 'text', 'switch'])

export function proposedFilter(entities: readonly Entity[], reports: readonly Pick<Report, 'query'>[], taken: readonly DashboardFilter[]): DashboardFilter {
  const id = newDocumentId('flt')
  const held = new Set(taken.flatMap(({ fields }) => fields))
  const own = new Set(entities.flatMap(({ fields }) => fields.map((field) => field.id)))
  const dates = [...new Set(reports.flatMap((report) => datesOf(entities, report)))].filter((field) => own.has(field) && !held.has(field))
  if (dates.length > 0) return { id, label: PERIOD, kind: 'period', fields: dates }
  const groups = reports.flatMap(({ query }) => query.dimensions ?? [])
  const group = groups.find(({ field, ...place }) => own.has(field) && !held.has(field) && GROUPS.has(fieldAt(entities, { ...place, field })?.type ?? 'lines'))
  if (group !== undefined) return { id, label: group.label ?? fieldAt(entities, group)?.label ?? {}, kind: 'members', fields: [group.field] }
  const first = entities.flatMap(({ fields }) => fields).find((field) => isDate(field) && !held.has(field.id))
  return { id, label: PERIOD, kind: 'period', fields: first === undefined ? [] : [first.id] }
}

/** The dates a report groups or filters by; without one, the first date of each kind of record it counts. */
function datesOf(entities: readonly Entity[], { query }: Pick<Report, 'query'>): readonly string[] {
  const named = [...(query.dimensions ?? []), ...(query.filters ?? [])].filter((part) => isDate(fieldAt(entities, part) ?? null)).flatMap(({ field }) => field ?? [])
  if (named.length > 0) return named
  return homesOf(query).flatMap(({ home }) => entities.find(({ id }) => id === home)?.fields.find(isDate)?.id ?? [])
}
