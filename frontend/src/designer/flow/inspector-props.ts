/** What the panels of the flow designer are given. */
import type { Entity, Flow } from '@/generated/metadata'

import type { FlowEdits } from './use-flow-edits'
import type { Way } from './ways'

export interface InspectorProps {
  readonly flow: Flow
  readonly entity: Entity
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: readonly string[]) => void
  readonly edits: FlowEdits
  readonly onRemove: () => void
  readonly onAdd: (way: Way, anchor: HTMLElement) => void
}
