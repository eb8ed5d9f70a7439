/** A funnel shows how many are left from stage to stage. */
import type { FunnelChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'
import { funnelOption } from './option'

export const spec: ChartSpec<FunnelChart> = {
  kind: 'funnel',
  sketch: ['M4 4H28L25 9H7Z', 'M8 11H24L21 16H11Z', 'M12 18H20L18 22H14Z'],
  shelves: [
    { key: 'stages', takes: 'measure', least: 0, most: 10 },
    { key: 'by', takes: 'dimension', least: 0, most: 1 },
    { key: 'value', takes: 'measure', least: 0, most: 1 },
  ],
  fit: ({ measures, dimensions }) => {
    if (dimensions.length === 0) return measures.length >= 2 ? 0.7 : 0
    return dimensions.length === 1 && measures.length === 1 ? 0.3 : 0
  },
  propose: ({ measures, dimensions }) =>
    dimensions.length === 0 ? { kind: 'funnel', stages: measures } : { kind: 'funnel', by: dimensions[0] ?? '', value: measures[0] ?? '' },
  option: funnelOption,
}
