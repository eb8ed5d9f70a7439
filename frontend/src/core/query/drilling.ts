/** Going down: a member is chosen, another level takes the place of its dimension, and only the member's rows are left. */
import type { Chart, Entity, Query, QueryDimension, QueryFilter } from '@/generated/metadata'

import { isSameLevel } from './levels'
import { memberFilters } from './narrowing'
import { isProvince } from './shelves'

export interface DrillStep {
  /** The dimension as it was shown. */
  readonly from: QueryDimension
  readonly member: unknown
  /** What the member is called. */
  readonly title: string
  /** What takes its place; it keeps the dimension's id, so that picture, order and totals stay true. */
  readonly to: QueryDimension
}

export function drilledQuery(entities: readonly Entity[], query: Query, steps: readonly DrillStep[]): Query {
  return steps.reduce((asked, step) => goneDown(entities, asked, step), query)
}

function goneDown(entities: readonly Entity[], query: Query, { from, member, to }: DrillStep): Query {
  const dimension = query.dimensions?.find(({ id }) => id === from.id)
  if (dimension === undefined) return query
  const home = dimension.home ?? query.measures[0]?.home ?? ''
  const within = memberFilters(entities, query, { dimension, home, value: member })
  const isSameField = isSameLevel({ ...dimension, grain: undefined } as QueryDimension, { ...to, grain: undefined } as QueryDimension)
  const kept = (query.filters ?? []).flatMap((filter) => (filter.dimension === dimension.id && !isSameField ? onFields(filter, dimension, home) : [filter]))
  const { compare, ...asked } = query
  return {
    ...asked,
    dimensions: query.dimensions?.map((each) => (each.id === dimension.id ? { ...to, id: each.id } : each)) ?? [],
    filters: [...kept, ...within],
    // Within one period there is no earlier one beside it.
    ...(compare === undefined || dimension.grain !== undefined ? {} : { compare }),
  }
}

/** A filter of a dimension that is about to go, said of the fields it stood for. */
function onFields(filter: QueryFilter, dimension: QueryDimension, home: string): readonly QueryFilter[] {
  const { dimension: _, ...condition } = filter
  return [{ ...dimension, home }, ...(dimension.also ?? [])].map((way) => ({ ...wayOf(way), ...condition }))
}

function wayOf({ home, lines, path, field }: Pick<QueryFilter, 'home' | 'lines' | 'path' | 'field'>) {
  return { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }), field } as Pick<QueryFilter, 'home' | 'lines' | 'path' | 'field'>
}

/** The picture for a level: a course needs periods, a map provinces; bars show anything. */
export function drilledChart(entities: readonly Entity[], chart: Chart, query: Query): Chart {
  const level = (id: string | undefined) => query.dimensions?.find((each) => each.id === id)
  if (chart.kind === 'china_map') {
    const shown = level(chart.province)
    return shown !== undefined && isProvince(entities, shown) ? chart : { kind: 'bar', x: chart.province, y: [chart.value] }
  }
  if (chart.kind !== 'line' || level(chart.x)?.grain !== undefined) return chart
  const { x, y, color } = chart
  return { kind: 'bar', x, y, ...(color === undefined ? {} : { color, stack: 'stacked' as const }) }
}
