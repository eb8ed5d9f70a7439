/** A question while it is put together: its shelves and the picture somebody chose, or the one that suits best. */
import { queryOf, shapeOf, type Shelves } from '@/core/query/shelves'
import { EMPTY_SHELVES } from '@/core/query/shelves'
import { shelvesOf } from '@/core/query/shelved'
import type { Chart, DrillPath, Entity, Query, Report } from '@/generated/metadata'
import type { QueryShape } from '@/plugins/charts/chart-spec'
import { ALL_SPECS, specOf } from '@/plugins/charts/spec-of'

export interface Exploration {
  readonly shelves: Shelves
  /** Null while nobody has chosen: then it follows what is on the shelves. */
  readonly chart: Chart | null
  readonly drill: readonly DrillPath[]
}

export const NOTHING_ASKED: Exploration = { shelves: EMPTY_SHELVES, chart: null, drill: [] }

/** What is kept of an exploration: a report without its words. */
export interface Asked {
  readonly query: Query
  readonly chart: Chart
  readonly drill: readonly DrillPath[]
}

export function explorationOf({ query, chart, drill = [] }: Pick<Report, 'query' | 'chart' | 'drill'>): Exploration {
  return { shelves: shelvesOf(query, chart), chart, drill }
}

/** Nothing while there is no figure, or no picture for what there is. */
export function askedBy(entities: readonly Entity[], exploration: Exploration): Asked | null {
  const query = queryOf(entities, exploration.shelves)
  const chart = pictureOf(entities, exploration)
  return query === null || chart === undefined ? null : { query, chart, drill: exploration.drill }
}

/** The picture: the chosen one, else the one that suits best. */
export function pictureOf(entities: readonly Entity[], { shelves, chart }: Exploration): Chart | undefined {
  return chart ?? suggestedCharts(shapeOf(entities, shelves))[0]
}

/** Other shelves under the same picture; where that no longer fits, the one that suits best again. */
export function rearranged(entities: readonly Entity[], exploration: Exploration, shelves: Shelves): Exploration {
  const [before, after] = [shapeOf(entities, exploration.shelves), shapeOf(entities, shelves)]
  const isSame = JSON.stringify(before) === JSON.stringify(after)
  const ids = new Set(after.dimensions)
  const drill = exploration.drill.filter(({ dimension }) => ids.has(dimension))
  return { shelves, chart: isSame || exploration.chart === null ? exploration.chart : reshaped(exploration.chart, after), drill }
}

/** A picture for what now lies on the shelves, with its options kept; null where its kind does not fit. */
export function reshaped(chart: Chart, shape: QueryShape): Chart | null {
  const spec = specOf(chart.kind)
  if (spec.fit(shape) === 0) return null
  const held = new Set(['kind', ...spec.shelves.map(({ key }) => key)])
  const options = Object.fromEntries(Object.entries(chart).filter(([key]) => !held.has(key)))
  return { ...spec.propose(shape), ...options }
}

/** Which pictures suit a question, the best first. */
export function suggestedCharts(shape: QueryShape): readonly Chart[] {
  const rated = ALL_SPECS.map((spec) => ({ spec, fit: spec.fit(shape) })).filter(({ fit }) => fit > 0)
  return rated.toSorted((one, other) => other.fit - one.fit).map(({ spec }) => spec.propose(shape))
}
