/** The panel on the right: the flow itself, what starts it, a step, or several at once. */
import { TRIGGER } from '@/plugins/nodes/flow-graph'
import { FlowPanel } from './flow-panel'
import type { InspectorProps } from './inspector-props'
import { ManyPanel } from './many-panel'
import { StepPanel } from './step-panel'
import { TriggerPanel } from './trigger-panel'
import { stepWithId } from './ways'

export function FlowInspector(props: InspectorProps) {
  const { flow, entity, chosen } = props
  const [only] = chosen
  if (chosen.size > 1) return <ManyPanel {...props} />
  if (only === TRIGGER) return <TriggerPanel flow={flow} entity={entity} />
  const node = only === undefined ? undefined : stepWithId(flow, only)
  return node === undefined ? <FlowPanel flow={flow} /> : <StepPanel key={node.id} {...props} node={node} />
}
