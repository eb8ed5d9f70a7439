/** A number stands for itself, with what it was before and its course. */
import type { NumberChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'

export const spec: ChartSpec<NumberChart> = {
  kind: 'number',
  sketch: ['M6 8L10 5V19', 'M6 19H14', 'M19 8A4 3.5 0 0 1 27 8C27 12 19 14 19 19H27'],
  shelves: [
    { key: 'value', takes: 'measure', least: 1, most: 1 },
    { key: 'trend', takes: 'dimension', least: 0, most: 1 },
  ],
  fit: ({ measures, dimensions, dates }) => {
    if (measures.length !== 1) return 0
    if (dimensions.length === 0) return 1
    return dimensions.length === 1 && dates.length === 1 ? 0.4 : 0
  },
  propose: ({ measures, dates }) => ({ kind: 'number', value: measures[0] ?? '', ...(dates[0] === undefined ? {} : { trend: dates[0] }) }),
}
