/** A map of China shows a figure by province. */
import type { ChinaMapChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { CHINA, chinaMapOption } from './option'

export const spec: ChartSpec<ChinaMapChart> = {
  kind: 'china_map',
  shelves: [
    { key: 'province', takes: 'dimension', least: 1, most: 1 },
    { key: 'value', takes: 'measure', least: 1, most: 1 },
  ],
  fit: ({ measures, dimensions, provinces }) => (measures.length === 1 && dimensions.length === 1 && provinces.length === 1 ? 0.95 : 0),
  propose: ({ measures, provinces }) => ({ kind: 'china_map', province: provinces[0] ?? '', value: measures[0] ?? '' }),
  option: chinaMapOption,
  map: ({ tiles }) => (tiles === true ? undefined : CHINA),
}
