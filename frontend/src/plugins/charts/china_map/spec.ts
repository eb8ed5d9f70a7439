/** A map of China shows a figure by province. */
import type { ChinaMapChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { CHINA, chinaMapOption } from './option'

export const spec: ChartSpec<ChinaMapChart> = {
  kind: 'china_map',
  sketch: ['M3 9L9 6L14 9L19 6L24 3L29 6L26 11L27 15L22 20L15 19L10 16L6 14Z'],
  shelves: [
    { key: 'province', takes: 'dimension', least: 1, most: 1 },
    { key: 'value', takes: 'measure', least: 1, most: 1 },
  ],
  fit: ({ measures, dimensions, provinces }) => (measures.length === 1 && dimensions.length === 1 && provinces.length === 1 ? 0.95 : 0),
  propose: ({ measures, provinces }) => ({ kind: 'china_map', province: provinces[0] ?? '', value: measures[0] ?? '' }),
  option: chinaMapOption,
  map: ({ tiles }) => (tiles === true ? undefined : CHINA),
}
