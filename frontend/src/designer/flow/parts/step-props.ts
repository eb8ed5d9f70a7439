/** What the settings of a step are given, whatever its kind. */
import type { Entity, Flow, Node } from '@/generated/metadata'

import type { DesignIssue } from '../../drafting/draft'
import type { Place } from '../../frame/places'

export interface StepProps<N extends Node = Node> {
  readonly flow: Flow
  readonly node: N
  /** The entity whose record the flow runs on. */
  readonly entity: Entity
  /** Sets a property; null takes it away. */
  readonly set: (property: string, value: unknown) => void
  /** Findings at a place of the step. */
  readonly issues: (...place: Place) => DesignIssue[]
  /** Chooses another step, such as one inside it. */
  readonly choose: (step: string) => void
}

export type StepOf<K extends Node['kind']> = StepProps<Extract<Node, { kind: K }>>

/** What the settings of a trigger are given. */
export interface TriggerProps<T extends Flow['trigger'] = Flow['trigger']> {
  readonly flow: Flow
  readonly trigger: T
  readonly entity: Entity
  readonly set: (property: string, value: unknown) => void
  readonly issues: (...place: Place) => DesignIssue[]
}

export type TriggerOf<K extends Flow['trigger']['kind']> = TriggerProps<Extract<Flow['trigger'], { kind: K }>>
