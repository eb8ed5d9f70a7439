/** The shelves of a question: what lies on them, how it is moved, and the question they make. */
import type { Entity, Query, QueryDimension, QueryFilter, QueryMeasure } from '@/generated/metadata'

import { figureNames } from './answer'
import { dimensionOf, fieldAt, isDate, measureOf, pillAt, type Pill } from './field-tree'
import { withRoutes } from './ways'

export type GroupShelf = 'rows' | 'columns' | 'color'
export type ShelfName = GroupShelf | 'values' | 'filters'
export type Part = QueryMeasure | QueryDimension | QueryFilter

/** What is set beside the shelves; without an order of its own a question is ordered as one usually reads it. */
export type Extras = Pick<Query, 'sort' | 'top' | 'compare' | 'limit'>

export interface Shelves {
  readonly values: readonly QueryMeasure[]
  readonly rows: readonly QueryDimension[]
  /** Across a table, or the colour of a chart's marks. */
  readonly columns: readonly QueryDimension[]
  readonly color: readonly QueryDimension[]
  readonly filters: readonly QueryFilter[]
  /** Ids of figures that others are computed with and that are not drawn. */
  readonly hidden: readonly string[]
  readonly totals: boolean
  readonly extras: Extras
}

export const EMPTY_SHELVES: Shelves = { values: [], rows: [], columns: [], color: [], filters: [], hidden: [], totals: true, extras: {} }

/** A place on a shelf; without a number, behind everything. */
export interface ShelfPlace {
  readonly shelf: ShelfName
  readonly at?: number | undefined
}

export function dimensionsOn({ rows, columns, color }: Shelves): readonly QueryDimension[] {
  return [...rows, ...columns, ...color]
}

export function idsOn(shelves: Shelves): ReadonlySet<string> {
  return new Set([...dimensionsOn(shelves), ...shelves.values].map(({ id }) => id))
}

/** The shelves with one more pill; a figure on a shelf of groups, or the other way round, goes where it can be. */
export function put(shelves: Shelves, { shelf, at }: ShelfPlace, pill: Pill): Shelves {
  if (shelf === 'filters') {
    if (shelves.filters.some((filter) => isAt(filter, pill))) return shelves
    return { ...shelves, filters: inserted(shelves.filters, filterOf(pill), at) }
  }
  if (shelf === 'values' || !isGroup(pill)) {
    return { ...shelves, values: inserted(shelves.values, measureOf(pill, idsOn(shelves)), shelf === 'values' ? at : undefined) }
  }
  return withGroup(shelves, { shelf, at }, dimensionOf(pill, idsOn(shelves)))
}

function withGroup(shelves: Shelves, { shelf, at }: { readonly shelf: GroupShelf; readonly at?: number | undefined }, part: QueryDimension): Shelves {
  // One colour, and one dimension across: the newer one takes the place.
  const before = shelf === 'rows' ? shelves.rows : []
  return cleaned({ ...shelves, [shelf]: inserted(before, part, at) })
}

function inserted<T>(parts: readonly T[], part: T, at = parts.length): readonly T[] {
  return parts.toSpliced(at, 0, part)
}

/** Amounts and rates are hardly ever twice the same, so grouping by them says nothing. */
function isGroup({ use, field }: Pill): boolean {
  return field !== null && (use === 'dimension' || field.type === 'integer')
}

function isAt(filter: QueryFilter, { route }: Pill): boolean {
  return filter.home === route.home && filter.lines === route.lines && filter.field === route.field && (filter.path ?? []).join() === (route.path ?? []).join()
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

/** The shelves with a part moved along its shelf or onto another, turned into what can lie there. */
export function moved(entities: readonly Entity[], shelves: Shelves, from: Required<ShelfPlace>, to: ShelfPlace): Shelves {
  const { shelf, at = shelves[to.shelf].length } = to
  const start = from.at ?? 0
  if (from.shelf === shelf) {
    const parts: readonly Part[] = shelves[shelf]
    const [part] = parts.slice(start, start + 1)
    if (part === undefined) return shelves
    return { ...shelves, [shelf]: parts.toSpliced(start, 1).toSpliced(at > start ? at - 1 : at, 0, part) }
  }
  const part = shelves[from.shelf][start]
  if (part === undefined) return shelves
  if (from.shelf === 'values' && shelf === 'filters') return havingAdded(shelves, part as QueryMeasure)
  const without = { ...shelves, [from.shelf]: shelves[from.shelf].toSpliced(start, 1) }
  if (isGroupShelf(from.shelf) && isGroupShelf(shelf)) return withGroup(without, { shelf, at: to.at }, part as QueryDimension)
  const pill = pillAt(entities, part)
  return pill === undefined ? shelves : cleaned(put(without, to, pill))
}

export function isGroupShelf(shelf: ShelfName): shelf is GroupShelf {
  return shelf === 'rows' || shelf === 'columns' || shelf === 'color'
}

/** Only groups whose figure is large enough. */
function havingAdded(shelves: Shelves, { id }: QueryMeasure): Shelves {
  if (shelves.filters.some(({ measure }) => measure === id)) return shelves
  return { ...shelves, filters: [...shelves.filters, { measure: id, operator: 'greater', value: '0' }] }
}

/**
 * The shelves without a part. A figure that others are computed with first only disappears from the picture; taken
 * off once more it takes those with it.
 */
export function takeOff(shelves: Shelves, { shelf, at }: Required<ShelfPlace>): Shelves {
  const place = at ?? 0
  if (shelf !== 'values') return cleaned({ ...shelves, [shelf]: shelves[shelf].toSpliced(place, 1) })
  const part = shelves.values[place]
  if (part === undefined) return shelves
  const users = shelves.values.filter((each) => figureNames(each.expression).has(part.id))
  if (users.length > 0 && !shelves.hidden.includes(part.id)) return { ...shelves, hidden: [...shelves.hidden, part.id] }
  const gone = new Set([part, ...users])
  return cleaned({ ...shelves, values: shelves.values.filter((each) => !gone.has(each)) })
}

/** Without what names parts that are gone. */
function cleaned(shelves: Shelves): Shelves {
  const ids = idsOn(shelves)
  const { sort, top, compare, ...others } = shelves.extras
  const sorted = sort?.filter(({ by }) => ids.has(by))
  return {
    ...shelves,
    hidden: shelves.hidden.filter((id) => ids.has(id)),
    filters: shelves.filters.filter(({ measure, dimension }) => (measure === undefined || ids.has(measure)) && (dimension === undefined || ids.has(dimension))),
    extras: {
      ...others,
      ...(sorted === undefined || (sorted.length === 0 && sort?.length !== 0) ? {} : { sort: sorted }),
      ...(top !== undefined && ids.has(top.dimension) && ids.has(top.by) ? { top } : {}),
      ...(compare !== undefined && isComparable(shelves, compare) ? { compare } : {}),
    },
  }
}

function isComparable(shelves: Shelves, { dimension }: NonNullable<Query['compare']>): boolean {
  return dimension === undefined || idsOn(shelves).has(dimension) || shelves.filters.some(({ field }) => field === dimension)
}

/** A part in the place of another one. */
export function changed(shelves: Shelves, { shelf, at }: Required<ShelfPlace>, part: Part): Shelves {
  return { ...shelves, [shelf]: (shelves[shelf] as readonly Part[]).with(at ?? 0, part) }
}

/** The question, or nothing while there is no figure. Dimensions are joined to figures of other homes where one way leads there. */
export function queryOf(entities: readonly Entity[], shelves: Shelves): Query | null {
  if (shelves.values.length === 0) return null
  const measures = shelves.values
  const dimensions = dimensionsOn(shelves).map((part) => withRoutes(entities, part, measures))
  const filters = shelves.filters.filter(isSet)
  const { sort, ...others } = shelves.extras
  const order = sort ?? usualSort(shelves)
  return {
    measures,
    ...(dimensions.length > 0 ? { dimensions, ...(shelves.totals ? { totals: totalsOf(shelves) } : {}) } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(order.length > 0 ? { sort: order } : {}),
    ...others,
  }
}

/** Every total is asked for, never added: of all, of each row, of each column, and of each group of rows. */
function totalsOf(shelves: Shelves): readonly (readonly string[])[] {
  const rows = shelves.rows.map(({ id }) => id)
  const across = [...shelves.columns, ...shelves.color].map(({ id }) => id)
  const groups = rows.slice(1).map((_, at) => rows.slice(0, at + 1))
  if (across.length === 0) return [[], ...groups]
  if (rows.length === 0) return [[]]
  return [[], rows, across, ...groups, ...groups.map((group) => [...group, ...across])]
}

/** Periods in their order, members by their first figure, the largest first. */
function usualSort({ rows, columns, color, values, hidden }: Shelves): readonly NonNullable<Query['sort']>[number][] {
  const [first, ...further] = rows
  const figure = values.find(({ id }) => !hidden.includes(id)) ?? values[0]
  if (first === undefined || figure === undefined) return []
  // Periods that go across are read from left to right.
  const across = [...columns, ...color].find(({ grain }) => grain !== undefined)
  if (across !== undefined && further.length === 0 && first.grain === undefined) return [{ by: across.id }, { by: figure.id, descending: true }]
  // Within groups of rows the largest first would tear the groups apart.
  if (further.length > 0) return [...rows.slice(0, -1).map(({ id }) => ({ by: id })), { by: figure.id, descending: true }]
  return first.grain === undefined ? [{ by: figure.id, descending: true }] : [{ by: first.id }]
}

/** Filters that are not set yet let everything through. */
function isSet({ operator, value }: QueryFilter): boolean {
  if (operator === 'in' || operator === 'not_in') return Array.isArray(value) && value.length > 0
  if (NEEDS_VALUE.has(operator)) return value !== undefined && value !== null && value !== ''
  return operator !== 'between' || Array.isArray(value)
}

const NEEDS_VALUE: ReadonlySet<string> = new Set(['equals', 'not_equals', 'contains', 'not_contains', 'starts_with', 'ends_with', 'less', 'less_or_equal', 'greater', 'greater_or_equal'])

/** The ids a chart's document is made from. */
export function shapeOf(entities: readonly Entity[], shelves: Shelves) {
  const dimensions = dimensionsOn(shelves)
  const [across] = [...shelves.columns, ...shelves.color]
  return {
    measures: shelves.values.filter(({ id }) => !shelves.hidden.includes(id)).map(({ id }) => id),
    dimensions: dimensions.map(({ id }) => id),
    dates: dimensions.filter(({ grain }) => grain !== undefined).map(({ id }) => id),
    provinces: dimensions.filter((part) => isProvince(entities, part)).map(({ id }) => id),
    across: across?.id,
    isPivot: shelves.columns.length > 0 && shelves.rows.length > 0,
  }
}

/** Whether a field is called after provinces; its members are matched by name when drawn. */
export function isProvince(entities: readonly Entity[], part: QueryDimension): boolean {
  const field = fieldAt(entities, part)
  const names = [field?.name ?? '', ...Object.values(field?.label ?? {})]
  return names.some((name) => /省份|省$|^省|province/i.test(name))
}
