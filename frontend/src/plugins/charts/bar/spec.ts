/** Bars compare members. */
import type { BarChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { barOption } from './option'

export const spec: ChartSpec<BarChart> = {
  kind: 'bar',
  sketch: ['M5 20V12', 'M12 20V6', 'M19 20V9', 'M26 20V3', 'M2 21.5H30'],
  shelves: [
    { key: 'x', takes: 'dimension', least: 1, most: 1 },
    { key: 'y', takes: 'measure', least: 1, most: 8 },
    { key: 'color', takes: 'dimension', least: 0, most: 1 },
  ],
  fit: ({ measures, dimensions, dates }) => {
    if (measures.length === 0 || dimensions.length === 0 || dimensions.length > 2) return 0
    return dates.length > 0 ? 0.7 : 0.9
  },
  propose: ({ measures, dimensions, across }) => {
    const color = dimensions.length > 1 ? (across ?? dimensions[1]) : undefined
    const x = dimensions.find((id) => id !== color) ?? ''
    const y = color === undefined ? measures : measures.slice(0, 1)
    return { kind: 'bar', x, y, ...(color === undefined ? {} : { color, stack: 'stacked' as const }) }
  },
  option: barOption,
}
