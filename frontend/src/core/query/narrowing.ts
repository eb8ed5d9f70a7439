/** Filters that come from outside a report: those of its dashboard and members chosen in other tiles. */
import type { DashboardFilter, Entity, Query, QueryDimension, QueryFilter, QueryMeasure } from '@/generated/metadata'

import { placeOf, routeTo } from './place'
import { spanOf, type Period } from './period'

/** What a filter of a dashboard is set to; null where it lets everything through. */
export type FilterValue =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'members'; readonly members: readonly ChosenMember[] }

export interface ChosenMember {
  readonly value: unknown
  readonly title: string
}

/** Members chosen by clicking on a tile; they filter all other tiles. */
export interface CrossFilter {
  readonly tile: string
  readonly dimension: QueryDimension
  /** Homes of the figures the dimension was seen with. */
  readonly home: string
  readonly value: unknown
  readonly title: string
}

export interface Narrowed {
  readonly query: Query
  /** Ids of dashboard filters that found no field here, so that one can say so. */
  readonly untouchedBy: readonly string[]
}

type Condition = Omit<QueryFilter, 'dimension' | 'measure' | 'home' | 'lines' | 'path' | 'field'>

/** A query with the set filters of its dashboard added; the query itself stays as its author wrote it. */
export function narrowed(
  entities: readonly Entity[],
  query: Query,
  filters: readonly DashboardFilter[],
  values: Readonly<Record<string, FilterValue | null>>,
  crosses: readonly CrossFilter[] = [],
): Narrowed {
  const added: QueryFilter[] = []
  const untouchedBy: string[] = []
  for (const filter of filters) {
    const condition = conditionOf(values[filter.id] ?? null)
    const isOwn = filter.kind === 'period' && hasPeriodOfItsOwn(query)
    const found = condition === null || isOwn ? [] : filter.fields.flatMap((field) => filtersOn(entities, query, field, condition))
    if (condition !== null && found.length === 0) untouchedBy.push(filter.id)
    added.push(...found)
  }
  for (const cross of crosses) added.push(...crossFilters(entities, query, cross))
  const all = unique([...(query.filters ?? []), ...added])
  return { query: added.length === 0 ? query : { ...query, filters: all }, untouchedBy }
}

/** “This month” in a report's own conditions is what it is about: another period on top would leave nothing. */
function hasPeriodOfItsOwn(query: Query): boolean {
  return (query.filters ?? []).some(({ operator }) => operator === 'this' || operator === 'previous' || operator === 'to_date')
}

/** The same condition reached over several fields of a filter counts once. */
function unique(filters: readonly QueryFilter[]): QueryFilter[] {
  return [...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values()]
}

export function conditionOf(value: FilterValue | null): Condition | null {
  if (value === null) return null
  if (value.kind === 'period') return { ...value.period }
  if (value.members.length === 0) return null
  const known = value.members.map((member) => member.value).filter((member) => member !== null)
  return known.length === 0 ? { operator: 'is_empty' } : { operator: 'in', value: known }
}

/** The value a dashboard's author set a filter to. */
export function presetValue(filter: DashboardFilter): FilterValue | null {
  if (filter.operator === undefined) return null
  if (filter.kind === 'period') {
    const { operator, n, unit, value } = filter
    if (operator === 'in') return null
    return { kind: 'period', period: { operator, ...defined({ n, unit, value: value as Period['value'] }) } }
  }
  const values = Array.isArray(filter.value) ? filter.value : [filter.value]
  return { kind: 'members', members: values.map((each: unknown) => ({ value: each, title: String(each) })) }
}

function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

/** Conditions on a field for a query: on its dimension of that field, else for every home that reaches it. */
function filtersOn(entities: readonly Entity[], query: Query, field: string, condition: Condition): QueryFilter[] {
  const dimension = query.dimensions?.find((each) => each.field === field && each.bins === undefined)
  if (dimension !== undefined) return [{ dimension: dimension.id, ...condition }]
  return homesOf(query).flatMap(({ home, lines }) => {
    const route = routeTo(entities, home, lines, field)
    return route === null ? [] : [{ ...placeOf(route), ...condition }]
  })
}

type Home = Required<Pick<QueryMeasure, 'home'>> & Pick<QueryMeasure, 'lines'>

/** Homes of a query's figures, each once. */
export function homesOf(query: Query): readonly Home[] {
  const homes = query.measures.flatMap(({ home, lines }) => (home === undefined ? [] : [{ home, ...(lines === undefined ? {} : { lines }) }]))
  return [...new Map(homes.map((each) => [`${each.home} ${each.lines ?? ''}`, each])).values()]
}

function crossFilters(entities: readonly Entity[], query: Query, cross: CrossFilter): QueryFilter[] {
  const condition = memberCondition(cross.dimension, cross.value)
  if (condition === null) return []
  const same = query.dimensions?.find((each) => isSameDimension(each, cross.dimension) && each.bins === undefined)
  if (same !== undefined) return [{ dimension: same.id, ...condition }]
  return placeFilters(entities, query, cross, condition)
}

/** Being a member as conditions on the fields themselves, for a question that no longer has the dimension. */
export function memberFilters(entities: readonly Entity[], query: Query, member: Pick<CrossFilter, 'dimension' | 'home' | 'value'>): readonly QueryFilter[] {
  const condition = memberCondition(member.dimension, member.value)
  return condition === null ? [] : placeFilters(entities, query, member, condition)
}

function placeFilters(entities: readonly Entity[], query: Query, member: Pick<CrossFilter, 'dimension' | 'home'>, condition: Condition): QueryFilter[] {
  return homesOf(query).flatMap((home) => {
    const place = placeFrom(entities, home, member)
    return place === null ? [] : [{ ...place, ...condition }]
  })
}

function placeFrom(entities: readonly Entity[], { home, lines }: Home, { dimension, home: seenFrom }: Pick<CrossFilter, 'dimension' | 'home'>) {
  if ((dimension.home ?? seenFrom) === home) return placeOf({ ...dimension, home })
  const also = dimension.also?.find((route) => route.home === home)
  if (also !== undefined) return placeOf(also)
  const route = routeTo(entities, home, lines, dimension.field)
  return route && placeOf(route)
}

function isSameDimension(one: QueryDimension, other: QueryDimension): boolean {
  return one.field === other.field && (one.path ?? []).join() === (other.path ?? []).join()
}

/** What being this member means as a condition; none for members of ranges, which no single value says. */
function memberCondition(dimension: QueryDimension, value: unknown): Condition | null {
  if (dimension.bins !== undefined) return null
  if (value === null || value === undefined) return { operator: 'is_empty' }
  if (dimension.grain === undefined) return { operator: 'in', value: [value] }
  const span = spanOf(String(value), dimension.grain)
  return span && { operator: 'between', value: span }
}
