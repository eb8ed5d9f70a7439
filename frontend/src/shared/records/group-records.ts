/** Asking the server how the records of a list fall into groups by the values of one field. */
import type { Value } from '@/core/values/value'
import { request } from '@/shared/api/request'

import { recordsPath, type ListQuery, type NamedCondition } from './list-records'

export interface RecordGroup {
  /** The value all its records have: null where they have none; links and persons with their title. */
  readonly value: Value
  readonly count: number
  /** By field name, as those fields have their values. */
  readonly sums: Readonly<Record<string, string | number | null>>
}

export interface RecordGroups {
  readonly items: readonly RecordGroup[]
  /** Whether there are more groups than are told. */
  readonly truncated: boolean
}

export function groupRecords(app: string, entity: string, query: ListQuery, by: string, sums: readonly string[] = []): Promise<RecordGroups> {
  const { filter, search, conditions = [] } = query
  const wire = {
    by,
    ...(sums.length > 0 && { sums: sums.join(',') }),
    ...(filter !== undefined && { filter }),
    ...(search !== undefined && { search }),
    conditions: conditions.length > 0 ? JSON.stringify(conditions) : undefined,
  }
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
