/** From a place in a flow's document to the step it is about. */
import type { Flow } from '@/generated/metadata'
import { TRIGGER } from '@/plugins/nodes/flow-graph'

import type { Place } from '../frame/places'

export function stepAt(flow: Flow, place: Place): string | null {
  const [part, index, inner, at] = place
  if (part === 'trigger') return TRIGGER
  if (part === 'edges' && typeof index === 'number') return flow.edges[index]?.from ?? null
  const node = part === 'nodes' && typeof index === 'number' ? flow.nodes[index] : undefined
  if (node?.kind === 'per_line' && inner === 'steps' && typeof at === 'number') return node.steps[at]?.id ?? node.id
  return node?.id ?? null
}

/** The place of a step in its flow. */
export function placeOfStep(flow: Flow, id: string): Place {
  for (const [at, node] of flow.nodes.entries()) {
    if (node.id === id) return ['nodes', at]
    const inner = node.kind === 'per_line' ? node.steps.findIndex((step) => step.id === id) : -1
    if (inner !== -1) return ['nodes', at, 'steps', inner]
  }
  return []
}
