/** Lines show a course. */
import type { LineChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { lineOption } from './option'

export const spec: ChartSpec<LineChart> = {
  kind: 'line',
  sketch: ['M3 17L11 9L18 13L29 4', 'M2 21.5H30'],
  shelves: [
    { key: 'x', takes: 'dimension', least: 1, most: 1 },
    { key: 'y', takes: 'measure', least: 1, most: 8 },
    { key: 'color', takes: 'dimension', least: 0, most: 1 },
  ],
  fit: ({ measures, dimensions, dates }) => {
    if (measures.length === 0 || dimensions.length === 0 || dimensions.length > 2) return 0
    return dates.length === 1 ? 1 : 0.3
  },
  propose: ({ measures, dimensions, dates, across }) => {
    const x = dates[0] ?? dimensions.find((id) => id !== across) ?? ''
    const color = dimensions.find((id) => id !== x)
    return { kind: 'line', x, y: color === undefined ? measures : measures.slice(0, 1), ...(color === undefined ? {} : { color }) }
  },
  option: lineOption,
}
