/** Flows as they pass over the wire: tasks, runs, what a record is part of, and who will be asked. */
import type { Edge, Entity, Form, Label, Node, NodeAccess, Options, Trigger } from '@/generated/metadata'
import type { EntityRights } from '@/shared/definition/definition'
import type { Reference } from '@/shared/records/record'

export type TaskBox = 'todo' | 'done' | 'started'
export type TaskKind = 'approval' | 'fill_in' | 'resubmit'
export type TaskState = 'waiting' | 'pending' | 'approved' | 'rejected' | 'returned' | 'done' | 'cancelled'
export type TaskAction = 'approve' | 'reject' | 'return' | 'transfer' | 'submit' | 'remind'
export type RunState = 'running' | 'completed' | 'rejected' | 'withdrawn' | 'cancelled'
export type RunCommand = 'withdraw' | 'cancel' | 'remind'

/** A sentence in every language, made by the server. */
export type Words = Label

export interface FlowName {
  readonly id: string
  readonly name: string
  readonly label: Label
}

/** A value that tells a record apart, as records have it. */
export interface SummaryItem {
  readonly field: string
  readonly label: Label
  readonly value: unknown
  /** Words of a reference or a choice. */
  readonly title?: string
}

/** What it takes to draw a record that a task opens to its person beyond their roles. */
export interface TaskDocuments {
  readonly entity: Entity
  readonly forms: readonly Form[]
  readonly options: readonly Options[]
  readonly rights: EntityRights
  readonly trees: Readonly<Record<string, unknown>>
}

/** What a person was asked to do in one step. */
export interface TaskItem {
  readonly id: string
  readonly app: string
  readonly flow: FlowName
  readonly node: { readonly id: string; readonly label: Label }
  readonly kind: TaskKind
  readonly state: TaskState
  readonly instance: string
  /** Name of the entity. */
  readonly entity: string
  readonly record: Reference
  /** As far as its reader may see it; not in the tasks of a run. */
  readonly summary?: readonly SummaryItem[]
  readonly submitter: Reference | null
  readonly person: Reference
  readonly since: string
  readonly due: string | null
  readonly decided_at: string | null
  /** Who decided, where it was not who was asked at last. */
  readonly decided_by?: Reference | null
  readonly opinion: string
  readonly version: number
}

/** A run that I started. */
export interface StartedItem {
  readonly instance: string
  readonly app: string
  readonly flow: FlowName
  readonly entity: string
  readonly record: Reference
  readonly state: RunState
  readonly since: string
  readonly ended_at: string | null
  readonly waiting_for: readonly Reference[]
}

export interface InboxCounts {
  readonly todo: number
  readonly started: number
}

export interface InboxPage<Item> {
  readonly items: readonly Item[]
  readonly next_cursor: string | null
  readonly counts: InboxCounts
}

export type OpinionRule = 'optional' | 'required' | 'required_to_reject'

/** A task with what its person may do. */
export interface TaskDetail extends Omit<TaskItem, 'opinion'> {
  /** By field name, a column of lines as `lines.column`; what is not listed is as the person's roles have it. */
  readonly fields: Readonly<Record<string, NodeAccess>>
  readonly actions: readonly TaskAction[]
  /** Whether words are asked for. */
  readonly opinion: OpinionRule
  readonly return_to: readonly { readonly node: string; readonly label: Label }[]
  /** Absent where the person's roles alone show as much. */
  readonly documents?: TaskDocuments | null
}

export interface Decision {
  readonly action: TaskAction
  readonly opinion: string
  /** The step it is returned to. */
  readonly to?: string
  /** Who has it from now on. */
  readonly person?: string
  /** Changes of the record that the step lets one make. */
  readonly values?: Readonly<Record<string, unknown>>
  readonly record_version?: number
  /** The form it was done in, whose rules the record must keep. */
  readonly form?: string
  /** Version of the task. */
  readonly version: number
}

export interface RunStep {
  readonly node: string
  readonly entered_at: string
  readonly left_at: string | null
  /** done, approved, rejected, returned, error, timeout, or the id of a branch. */
  readonly outcome: string | null
  readonly words: readonly Words[]
}

/** One run of a flow with its definition as it was published: what is drawn of it. */
export interface Run {
  readonly id: string
  readonly state: RunState
  readonly flow: FlowName & { readonly nodes: readonly Node[]; readonly edges: readonly Edge[]; readonly trigger: Trigger }
  readonly record: Reference
  readonly entity: string
  readonly submitter: Reference | null
  readonly started_at: string
  readonly ended_at: string | null
  readonly steps: readonly RunStep[]
  /** Where it stands; with `incident` until somebody has mended what went wrong. */
  readonly tokens: readonly { readonly node: string; readonly since: string; readonly incident?: boolean }[]
  readonly tasks: readonly TaskItem[]
  readonly release: number
  readonly may: readonly RunCommand[]
}

export interface RecordRun {
  readonly instance: string
  readonly flow: FlowName
  readonly state: RunState
  readonly started_at: string
  readonly ended_at: string | null
  readonly submitter: Reference | null
  readonly waiting_for: readonly Reference[]
}

/** A flow that is started by hand. */
export interface FlowButton {
  /** Name of the flow. */
  readonly flow: string
  readonly label: Label
  readonly confirm: Label | null
  readonly danger: boolean
}

export interface RecordFlows {
  readonly items: readonly RecordRun[]
  readonly buttons: readonly FlowButton[]
}

export interface ForecastStep {
  readonly node: string
  readonly label: Label
  readonly kind: Node['kind']
  readonly people: readonly Reference[]
  readonly mode: 'any' | 'all' | 'sequential' | null
  readonly words: Words | null
}

export interface ForecastFlow {
  readonly flow: { readonly id: string; readonly label: Label }
  readonly steps: readonly ForecastStep[]
}

/** Where a run is asked for. */
export interface RunPlace {
  readonly app: string
  /** Name of the flow. */
  readonly flow: string
  readonly id: string
}
