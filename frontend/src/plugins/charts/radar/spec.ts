/** A radar shows profiles. */
import type { RadarChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { radarOption } from './option'

export const spec: ChartSpec<RadarChart> = {
  kind: 'radar',
  sketch: ['M16 2L26 9L22 21H10L6 9Z', 'M16 7L21 10.5L19 17H12L11 10Z'],
  shelves: [
    { key: 'by', takes: 'dimension', least: 1, most: 1 },
    { key: 'axes', takes: 'measure', least: 3, most: 10 },
  ],
  fit: ({ measures, dimensions }) => (measures.length >= 3 && dimensions.length === 1 ? 0.5 : 0),
  propose: ({ measures, dimensions }) => ({ kind: 'radar', by: dimensions[0] ?? '', axes: measures }),
  option: radarOption,
}
