/** Asking the server how the records of a list fall into groups by the values of one field, or the periods of a date. */
import type { Value } from '@/core/values/value'
import type { Group } from '@/generated/metadata'
import { request } from '@/shared/api/request'

import { narrowing, onWire, recordsPath, type ListQuery, type NamedCondition } from './list-records'

export type Grain = NonNullable<Group['grain']>

/** What records are gathered by, and what is added up: fields by name. */
export interface Grouping {
  readonly by: string
  readonly grain?: Grain
  readonly sums?: readonly string[]
}

export interface RecordGroup {
  /** The value all its records have: null where they have none; links and persons with their title. */
  readonly value: Value
  readonly count: number
  /** By field name, as those fields have their values. */
  readonly sums: Readonly<Record<string, string | number | null>>
}

export interface RecordGroups {
  /** The largest of them. */
  readonly items: readonly RecordGroup[]
  /** How many groups there are in all. */
  readonly groups: number
  /** How many records are in them. */
  readonly total: number
}

export function groupRecords(app: string, entity: string, query: ListQuery, { by, grain, sums = [] }: Grouping): Promise<RecordGroups> {
  const wire = { ...onWire(narrowing(query)), by, grain, sums: sums.length > 0 ? sums.join(',') : undefined }
  return request<RecordGroups>(`${recordsPath(app, entity)}:groups`, { query: wire })
}

/** The condition that only the records of one group meet. */
export function ofGroup(field: string, value: Value): NamedCondition {
  if (value === null) return { field, operator: 'is_empty' }
  return { field, operator: 'equals', value: typeof value === 'object' && 'id' in value ? value.id : value }
}

/** What tells a group apart from others of the same field. */
export function groupKey(value: Value): string {
  if (value === null) return ''
  return typeof value === 'object' && 'id' in value ? String(value.id) : String(value)
}
