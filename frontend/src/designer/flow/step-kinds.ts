/** The kinds of steps in the order business people look for them, and those a per-line step can hold. */
import type { Node } from '@/generated/metadata'

export type StepKind = Node['kind']

export const KIND_GROUPS: readonly { readonly key: string; readonly kinds: readonly StepKind[] }[] = [
  { key: 'people', kinds: ['approval', 'fill_in', 'notify'] },
  { key: 'choice', kinds: ['condition', 'decide', 'parallel'] },
  { key: 'records', kinds: ['update_record', 'create_record', 'find_records', 'per_line'] },
  { key: 'course', kinds: ['timer', 'sub_flow', 'connector_action', 'end'] },
  { key: 'stock', kinds: ['reserve_stock', 'release_stock', 'ship_stock'] },
]

export const LINE_KINDS: readonly StepKind[] = ['update_record', 'create_record', 'find_records', 'decide', 'notify', 'connector_action', 'sub_flow']
