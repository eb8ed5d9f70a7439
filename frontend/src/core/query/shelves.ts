/** The shelves of an exploration, what lies on them, and the question they make. */
import type { Entity, Field, Query, QueryDimension, QueryFilter, QueryMeasure } from '@/generated/metadata'

import { dimensionOf, isDate, measureOf, type Pill } from './field-tree'
import { routeTo, type Route } from './place'

export type ShelfName = 'rows' | 'columns' | 'color' | 'values' | 'filters'

export interface Placed<T> {
  readonly pill: Pill
  readonly part: T
}

export interface Shelves {
  readonly rows: readonly Placed<QueryDimension>[]
  /** Across a table, or the colour of a chart's marks. */
  readonly columns: readonly Placed<QueryDimension>[]
  readonly color: readonly Placed<QueryDimension>[]
  readonly values: readonly Placed<QueryMeasure>[]
  readonly filters: readonly Placed<QueryFilter>[]
}

export const EMPTY_SHELVES: Shelves = { rows: [], columns: [], color: [], values: [], filters: [] }

export function dimensionsOn({ rows, columns, color }: Shelves): readonly Placed<QueryDimension>[] {
  return [...rows, ...columns, ...color]
}

function idsOn(shelves: Shelves): ReadonlySet<string> {
  return new Set([...dimensionsOn(shelves), ...shelves.values].map(({ part }) => part.id))
}

/** The shelves with one more pill; a figure on a shelf of groups, or the other way round, goes where it can be. */
export function put(shelves: Shelves, name: ShelfName, pill: Pill): Shelves {
  if (name === 'filters') {
    if (shelves.filters.some((placed) => placed.pill.key === pill.key)) return shelves
    return { ...shelves, filters: [...shelves.filters, { pill, part: filterOf(pill) }] }
  }
  if (name === 'values' || !isGroup(pill)) {
    return { ...shelves, values: [...shelves.values, { pill, part: measureOf(pill, idsOn(shelves)) }] }
  }
  const placed = { pill, part: dimensionOf(pill, idsOn(shelves)) }
  // One colour, and one dimension across: the newer one takes the place.
  return { ...shelves, [name]: name === 'rows' ? [...shelves.rows, placed] : [placed] }
}

/** Amounts and rates are hardly ever twice the same, so grouping by them says nothing. */
function isGroup({ use, field }: Pill): boolean {
  return field !== null && (use === 'dimension' || field.type === 'integer')
}

/** Where a pill goes when it is chosen without saying where. */
export function usualShelf(shelves: Shelves, pill: Pill): ShelfName {
  if (pill.use === 'measure') return 'values'
  return shelves.rows.length === 0 ? 'rows' : 'color'
}

function filterOf(pill: Pill): QueryFilter {
  const { home, lines, path, field } = pill.route
  const place = { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }), field }
  if (isDate(pill.field)) return { ...place, operator: 'last', n: 12, unit: 'month' }
  if (pill.use === 'measure' && pill.field !== null) return { ...place, operator: 'greater_or_equal', value: '0' }
  return { ...place, operator: 'in', value: [] }
}

export function takeOff(shelves: Shelves, name: ShelfName, at: number): Shelves {
  return { ...shelves, [name]: shelves[name].filter((_, index) => index !== at) }
}

export function changed<N extends ShelfName>(shelves: Shelves, name: N, at: number, part: Shelves[N][number]['part']): Shelves {
  return { ...shelves, [name]: shelves[name].map((placed, index) => (index === at ? { ...placed, part } : placed)) }
}

/** The question, or nothing while there is no figure. Dimensions are joined to figures of other homes where one way leads there. */
export function queryOf(entities: readonly Entity[], shelves: Shelves): Query | null {
  if (shelves.values.length === 0) return null
  const measures = shelves.values.map(({ part }) => part)
  const dimensions = dimensionsOn(shelves).map(({ part }) => withRoutes(entities, part, measures))
  const filters = shelves.filters.map(({ part }) => part).filter(isSet)
  const across = [...shelves.columns, ...shelves.color].map(({ part }) => part.id)
  const rows = shelves.rows.map(({ part }) => part.id)
  const isCrossed = across.length > 0 && rows.length > 0
  return {
    measures,
    ...(dimensions.length > 0 ? { dimensions, totals: isCrossed ? [[], rows, across] : [[]] } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...sortOf(shelves),
  }
}

/** Periods in their order, members by their first figure, the largest first. */
function sortOf(shelves: Shelves): Pick<Query, 'sort'> {
  const [first] = shelves.rows
  const [figure] = shelves.values
  if (first === undefined || figure === undefined) return {}
  const sort = first.part.grain === undefined ? [{ by: figure.part.id, descending: true }] : [{ by: first.part.id }]
  return { sort }
}

/** Filters that are not set yet let everything through. */
function isSet({ operator, value }: QueryFilter): boolean {
  if (operator === 'in' || operator === 'not_in') return Array.isArray(value) && value.length > 0
  return operator !== 'between' || Array.isArray(value)
}

/**
 * A dimension as seen from the homes of all figures. Ways that were chosen stay; where one way leads there it is taken.
 * Where no way or several lead, the server says so, and why.
 */
function withRoutes(entities: readonly Entity[], dimension: QueryDimension, measures: readonly QueryMeasure[]): QueryDimension {
  const also = measures.flatMap(({ home, lines }) => {
    if (home === undefined || isReached(dimension, home, lines) || dimension.also?.some((route) => route.home === home)) return []
    const routes = waysFrom(entities, dimension, home, lines)
    return routes.length === 1 ? routes : []
  })
  const all = [...(dimension.also ?? []), ...also]
  const unique = [...new Map(all.map((route) => [JSON.stringify(route), route])).values()]
  return unique.length === 0 ? dimension : { ...dimension, also: unique }
}

/** The ways from a home to what a dimension is about: the same field, a link to the same entity, or a date of the home. */
export function waysFrom(entities: readonly Entity[], dimension: QueryDimension, home: string, lines?: string): readonly Route[] {
  const same = routeTo(entities, home, lines, dimension.field)
  if (same !== null) return [same]
  const entity = entities.find(({ id }) => id === home)
  const field = entities.flatMap((each) => each.fields).find(({ id }) => id === dimension.field)
  const alike = (other: Field) => (dimension.grain === undefined ? isSameLink(field, other) : isDate(other))
  return (entity?.fields ?? []).filter(alike).map((other) => ({ home, field: other.id }))
}

function isSameLink(one: Field | undefined, other: Field): boolean {
  return one?.type === 'link' && other.type === 'link' && one.options.entity === other.options.entity
}

/** Homes of figures that a dimension is not seen from yet, with the ways there are. */
export function openWays(entities: readonly Entity[], dimension: QueryDimension, measures: readonly QueryMeasure[]): readonly (readonly Route[])[] {
  const homes = new Map(measures.flatMap(({ home, lines }) => (home === undefined || isReached(dimension, home, lines) ? [] : [[home, lines] as const])))
  return [...homes].map(([home, lines]) => waysFrom(entities, dimension, home, lines)).filter((ways) => ways.length > 1)
}

/** The dimension seen from one more home over a way that was chosen. */
export function seenOver(dimension: QueryDimension, way: Route): QueryDimension {
  return { ...dimension, also: [...(dimension.also ?? []).filter(({ home }) => home !== way.home), way] }
}

function isReached(dimension: QueryDimension, home: string, lines: string | undefined): boolean {
  return dimension.home === home && (dimension.lines === undefined || dimension.lines === lines)
}

/** The ids a chart's document is made from. */
export function shapeOf(shelves: Shelves) {
  const dimensions = dimensionsOn(shelves)
  const [across] = [...shelves.columns, ...shelves.color]
  return {
    measures: shelves.values.map(({ part }) => part.id),
    dimensions: dimensions.map(({ part }) => part.id),
    dates: dimensions.filter(({ part }) => part.grain !== undefined).map(({ part }) => part.id),
    provinces: dimensions.filter(({ pill }) => isProvince(pill)).map(({ part }) => part.id),
    across: across?.part.id,
  }
}

/** Whether a field is called after provinces; its members are matched by name when drawn. */
function isProvince({ field }: Pill): boolean {
  const names = [field?.name ?? '', ...Object.values(field?.label ?? {})]
  return names.some((name) => /省份|省$|^省|province/i.test(name))
}

