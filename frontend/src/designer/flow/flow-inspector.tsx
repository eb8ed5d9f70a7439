/** The panel on the right: the flow itself, what starts it, a step, or several at once. */
import { TRIGGER } from '@/plugins/nodes/flow-graph'
import type { Entity, Flow } from '@/generated/metadata'

import { FlowPanel } from './flow-panel'
import { ManyPanel } from './many-panel'
import { StepPanel } from './step-panel'
import { TriggerPanel } from './trigger-panel'
import type { FlowEdits } from './use-flow-edits'
import { stepWithId, type Way } from './ways'

export interface InspectorProps {
  readonly flow: Flow
  readonly entity: Entity
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: readonly string[]) => void
  readonly edits: FlowEdits
  readonly onRemove: () => void
  readonly onAdd: (way: Way, anchor: HTMLElement) => void
}

export function FlowInspector(props: InspectorProps) {
  const { flow, entity, chosen } = props
  const [only] = chosen
  if (chosen.size > 1) return <ManyPanel {...props} />
  if (only === TRIGGER) return <TriggerPanel flow={flow} entity={entity} />
  const node = only === undefined ? undefined : stepWithId(flow, only)
  return node === undefined ? <FlowPanel flow={flow} /> : <StepPanel key={node.id} {...props} node={node} />
}
