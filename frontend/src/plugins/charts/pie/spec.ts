/** A pie shows shares of a whole. */
import type { PieChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { pieOption } from './option'

export const spec: ChartSpec<PieChart> = {
  kind: 'pie',
  sketch: ['M16 3A9 9 0 1 1 8.2 16.5', 'M16 12V3', 'M16 12L8.2 16.5', 'M13 3.5A9 9 0 0 0 6 14'],
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
