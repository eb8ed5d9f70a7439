/** A radar shows profiles. */
import type { RadarChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { radarOption } from './option'

export const spec: ChartSpec<RadarChart> = {
  kind: 'radar',
  shelves: [
    { key: 'by', takes: 'dimension', least: 1, most: 1 },
    { key: 'axes', takes: 'measure', least: 3, most: 10 },
  ],
  fit: ({ measures, dimensions }) => (measures.length >= 3 && dimensions.length === 1 ? 0.5 : 0),
  propose: ({ measures, dimensions }) => ({ kind: 'radar', by: dimensions[0] ?? '', axes: measures }),
  option: radarOption,
}
