/** A pie shows shares of a whole. */
import type { PieChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { pieOption } from './option'

export const spec: ChartSpec<PieChart> = {
  kind: 'pie',
  shelves: [
    { key: 'by', takes: 'dimension', least: 1, most: 1 },
    { key: 'value', takes: 'measure', least: 1, most: 1 },
  ],
  fit: ({ measures, dimensions, dates }) => {
    if (measures.length !== 1 || dimensions.length !== 1) return 0
    return dates.length > 0 ? 0.2 : 0.6
  },
  propose: ({ measures, dimensions }) => ({ kind: 'pie', by: dimensions[0] ?? '', value: measures[0] ?? '' }),
  option: pieOption,
}
