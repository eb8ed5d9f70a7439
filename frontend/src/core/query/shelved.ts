/** From a report's question and picture to its shelves, so that a saved report can be taken up again. */
import type { Chart, Query, QueryDimension } from '@/generated/metadata'

import { EMPTY_SHELVES, type Shelves } from './shelves'

/** Properties of charts that hold figures. */
const FIGURES = ['value', 'y', 'axes', 'stages'] as const

export function shelvesOf(query: Query, chart: Chart): Shelves {
  const [first] = query.measures
  const dimensions = (query.dimensions ?? []).map((each) => withHome(each, first?.home))
  const across = chart.kind === 'table' ? chart.columns : undefined
  const color = 'color' in chart ? chart.color : undefined
  const { sort, top, compare, limit } = query
  return {
    ...EMPTY_SHELVES,
    values: query.measures,
    rows: dimensions.filter(({ id }) => id !== across && id !== color),
    columns: dimensions.filter(({ id }) => id === across),
    color: dimensions.filter(({ id }) => id === color && id !== across),
    filters: query.filters ?? [],
    hidden: hiddenIn(query, chart),
    totals: (query.totals ?? []).length > 0,
    extras: {
      // No order is an order of its own: the one the server gives.
      sort: sort ?? [],
      ...(top === undefined ? {} : { top }),
      ...(compare === undefined ? {} : { compare }),
      ...(limit === undefined ? {} : { limit }),
    },
  }
}

/** A dimension without a home starts where the first figure is. */
function withHome(dimension: QueryDimension, home: string | undefined): QueryDimension {
  return dimension.home !== undefined || home === undefined ? dimension : { ...dimension, home }
}

/** Figures a picture leaves out; a table shows all. */
function hiddenIn({ measures }: Query, chart: Chart): readonly string[] {
  if (chart.kind === 'table') return []
  const held: Readonly<Record<string, unknown>> = { ...chart }
  const drawn = new Set(FIGURES.flatMap((key) => held[key] ?? []))
  return measures.map(({ id }) => id).filter((id) => !drawn.has(id))
}
