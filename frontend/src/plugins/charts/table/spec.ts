/** A table says everything exactly. */
import type { TableChart } from '@/generated/metadata'

import type { ChartSpec } from '../chart-spec'

export const spec: ChartSpec<TableChart> = {
  kind: 'table',
  sketch: ['M4 4H28V20H4Z', 'M4 9H28', 'M4 14.5H28', 'M12 4V20', 'M20 4V20'],
  shelves: [{ key: 'columns', takes: 'dimension', least: 0, most: 1 }],
  fit: ({ measures, across, isPivot }) => {
    if (measures.length === 0) return 0
    if (isPivot === true) return 1.1
    return across === undefined ? 0.5 : 0.8
  },
  propose: ({ across }) => ({ kind: 'table', ...(across === undefined ? {} : { columns: across }) }),
}
