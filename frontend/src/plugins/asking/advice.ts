/** What to do about a question that cannot be answered reliably: the reason comes from the server, the ways out from here. */
import type { Issue } from '@/core/issues/issue'
import { fieldAt, isNumeric, isShare, pillAt } from '@/core/query/field-tree'
import { lineFields } from '@/core/query/place'
import { changed, dimensionsOn, put, takeOff, type Shelves, type ShelfPlace } from '@/core/query/shelves'
import { seenOver } from '@/core/query/ways'
import type { Entity, Field, Label, QueryDimension, QueryMeasure } from '@/generated/metadata'

import type { Asking } from './asking-context'

/** A way out, said by a sentence `explore:advice.<key>` with these labels in it. */
export interface Choice {
  readonly key: 'lines' | 'per_line' | 'narrow' | 'way' | 'drop_figure' | 'drop_group'
  readonly labels: Readonly<Record<string, Label>>
  readonly shelves: Shelves
}

export interface Advice {
  readonly issue: Issue
  readonly choices: readonly Choice[]
}

type Given = Pick<Asking, 'definition' | 'shelves' | 'issues'>

export function adviceOn({ definition, shelves, issues }: Given): readonly Advice[] {
  return issues.map((issue) => ({ issue, choices: choicesFor(definition.entities, shelves, issue) }))
}

/** The ids of what on the shelves the server refuses to ask. */
export function refusedIds({ shelves, issues }: Pick<Given, 'shelves' | 'issues'>): ReadonlySet<string> {
  return new Set(issues.map((issue) => partOf(shelves, issue)?.part.id ?? issue.code))
}

interface Found {
  readonly place: Required<ShelfPlace>
  readonly part: QueryDimension | QueryMeasure
}

/** The part of the shelves an issue is about; its pointer is that of the question. */
function partOf(shelves: Shelves, { pointer }: Issue): Found | undefined {
  const [, list, number] = /(dimensions|measures)\/(\d+)/.exec(pointer) ?? []
  if (list === undefined) return undefined
  const at = Number(number)
  if (list === 'measures') {
    const part = shelves.values[at]
    return part && { place: { shelf: 'values', at }, part }
  }
  const part = dimensionsOn(shelves)[at]
  if (part === undefined) return undefined
  const shelf = (['rows', 'columns', 'color'] as const).find((each) => shelves[each].includes(part)) ?? 'rows'
  return { place: { shelf, at: shelves[shelf].indexOf(part) }, part }
}

function choicesFor(entities: readonly Entity[], shelves: Shelves, issue: Issue): readonly Choice[] {
  const found = partOf(shelves, issue)
  if (found === undefined || found.place.shelf === 'values') return []
  const group: Found & { readonly part: QueryDimension } = { ...found, part: found.part as QueryDimension }
  switch (issue.code) {
    case 'report.dimension.fan_out':
      return fanOut(entities, shelves, issue, group)
    case 'report.dimension.offer':
      return [...offeredWay(shelves, issue, group), ...dropped(entities, shelves, issue, group)]
    case 'report.dimension.unreachable':
      return dropped(entities, shelves, issue, group)
    default:
      return []
  }
}

/** A figure of the head over a group of its lines: a figure of the lines, the head's once per line, or only narrowing down. */
function fanOut(entities: readonly Entity[], shelves: Shelves, issue: Issue, { place, part }: Found & { readonly part: QueryDimension }): readonly Choice[] {
  const lines = entities.flatMap(({ fields }) => fields).find((field) => field.id === part.lines || lineFields(field).some(({ id }) => id === part.field || id === part.path?.[0]))
  const figures = shelves.values.map((value, at) => ({ value, at })).filter(({ value }) => value.lines === undefined && value.expression === undefined && isMeant(issue, value))
  const [first] = figures
  if (lines === undefined || first === undefined) return []
  const group = { group: labelOf(entities, part) }
  const instead = alikeColumns(lines, fieldAt(entities, first.value), first.value).map((column): Choice => ({
    key: 'lines',
    labels: { ...group, figure: column.label },
    shelves: figures.reduce((all, { at }) => replaced(all, at, { home: first.value.home, lines: lines.id, aggregate: 'sum', field: column.id }, column), shelves),
  }))
  const filtered = pillAt(entities, part)
  const narrow: Choice[] = filtered === undefined ? [] : [{ key: 'narrow', labels: group, shelves: put(takeOff(shelves, place), { shelf: 'filters' }, filtered) }]
  return [...instead.slice(0, 3), ...perLine(entities, shelves, lines, first), ...narrow]
}

function isMeant({ params }: Issue, { label }: QueryMeasure): boolean {
  const named = Object.entries(params).filter(([key]) => key.startsWith('figure')).map(([, words]) => words)
  return named.length === 0 || Object.values(label ?? {}).some((words) => named.includes(words))
}

/** Amounts of the lines that can stand for an amount of the head, the likeliest first: of the same kind, and computed. */
function alikeColumns(lines: Field, field: Field | undefined, { field: counted }: QueryMeasure): readonly Field[] {
  if (counted === undefined) return []
  const kind = field === undefined ? undefined : resultOf(field)
  const rank = (column: Field) => (resultOf(column) === kind ? 2 : 0) + (column.type === 'formula' ? 1 : 0)
  return lineFields(lines)
    .filter((column) => isNumeric(column) && !isShare(column))
    .toSorted((one, other) => rank(other) - rank(one))
}

function resultOf(field: Field): string {
  return field.type === 'formula' ? (field.options.result ?? field.type) : field.type
}

/** Under the same id, so that what is computed with it goes on. */
function replaced(shelves: Shelves, at: number, place: Partial<QueryMeasure>, column: Field): Shelves {
  const before = shelves.values[at]
  const { format } = before ?? {}
  const part = { id: before?.id ?? column.name, label: column.label, ...place, ...(format === undefined ? {} : { format }) } as QueryMeasure
  return changed(shelves, { shelf: 'values', at }, part)
}

/** The head's amount counted once for every line: said plainly, because its sum is then no sum of heads. */
function perLine(entities: readonly Entity[], shelves: Shelves, lines: Field, { value, at }: { readonly value: QueryMeasure; readonly at: number }): readonly Choice[] {
  const field = fieldAt(entities, value)
  const { id, label, home, format } = value
  const base = { id, home, lines: lines.id, ...(format === undefined ? {} : { format }) }
  const labels = { figure: label ?? field?.label ?? {}, lines: lines.label }
  if (value.field === undefined) {
    const counted = { ...base, label: lines.label, aggregate: 'count' as const } as QueryMeasure
    return [{ key: 'per_line', labels, shelves: changed(shelves, { shelf: 'values', at }, counted) }]
  }
  if (field === undefined || (value.path ?? []).length > 0) return []
  const part = { ...base, label: label ?? field.label, aggregate: value.aggregate ?? 'sum', value: `parent.${field.name}` } as QueryMeasure
  return [{ key: 'per_line', labels, shelves: changed(shelves, { shelf: 'values', at }, part) }]
}

/** The one way the server knows of. */
function offeredWay(shelves: Shelves, { params }: Issue, { place, part }: Found & { readonly part: QueryDimension }): readonly Choice[] {
  const { path, field, entity, way } = params
  if (typeof field !== 'string' || typeof entity !== 'string') return []
  const steps = typeof path === 'string' && path !== '' ? path.split(',') : []
  const route = { home: entity, ...(steps.length > 0 ? { path: steps } : {}), field }
  const words = String(way ?? '')
  return [{ key: 'way', labels: { way: { zh: words, en: words } }, shelves: changed(shelves, place, seenOver(part, route)) }]
}

function dropped(entities: readonly Entity[], shelves: Shelves, issue: Issue, { place, part }: Found & { readonly part: QueryDimension }): readonly Choice[] {
  const at = shelves.values.findIndex((value) => isMeant(issue, value))
  const figure = shelves.values[at]
  const figures: Choice[] = figure === undefined || shelves.values.length < 2 ? [] : [{ key: 'drop_figure', labels: { figure: figure.label ?? {} }, shelves: takeOff(shelves, { shelf: 'values', at }) }]
  return [...figures, { key: 'drop_group', labels: { group: labelOf(entities, part) }, shelves: takeOff(shelves, place) }]
}

function labelOf(entities: readonly Entity[], part: QueryDimension): Label {
  return part.label ?? fieldAt(entities, part)?.label ?? {}
}
