/** The spec of a kind of chart. */
import type { Chart } from '@/generated/metadata'

import type { ChartSpec } from './chart-spec'
import { SPECS } from './specs.generated'

export function specOf(kind: Chart['kind']): ChartSpec {
  // Every kind draws its own chart documents only; the table's type cannot say that.
  return SPECS[kind] as unknown as ChartSpec
}

export const ALL_SPECS: readonly ChartSpec[] = Object.values(SPECS) as unknown as readonly ChartSpec[]
