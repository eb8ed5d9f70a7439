/** Which pictures suit a question, the best first. */
import type { Chart } from '@/generated/metadata'
import type { QueryShape } from '@/plugins/charts/chart-spec'
import { ALL_SPECS } from '@/plugins/charts/spec-of'

export function suggestedCharts(shape: QueryShape): readonly Chart[] {
  const rated = ALL_SPECS.map((spec) => ({ spec, fit: spec.fit(shape) })).filter(({ fit }) => fit > 0)
  return rated.toSorted((one, other) => other.fit - one.fit).map(({ spec }) => spec.propose(shape))
}
