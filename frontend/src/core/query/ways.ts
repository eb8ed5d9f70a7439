/** How a dimension is seen from the homes of other figures: the ways there are, and the one that was chosen. */
import type { Entity, Field, QueryDimension, QueryMeasure } from '@/generated/metadata'

import { isDate } from './field-tree'
import { routeTo, type Route } from './place'

/**
 * A dimension as seen from the homes of all figures. Ways that were chosen stay; where one way leads there it is taken.
 * Where no way or several lead, the server says so, and why.
 */
export function withRoutes(entities: readonly Entity[], dimension: QueryDimension, measures: readonly QueryMeasure[]): QueryDimension {
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
