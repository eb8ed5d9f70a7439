/** One level of groups: what records are gathered by, in which order, and what being in one of its groups means. */
import { periodTitle } from '@/core/query/member'
import { spanOf } from '@/core/query/period'
import { isReference, type Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import { choicesOf, type FieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { ofGroup, type Grain, type RecordGroup } from '@/shared/records/group-records'
import type { NamedCondition } from '@/shared/records/list-records'

import { edge } from './calendar-records'
import { addDays } from './days'

export interface GroupLevel {
  readonly field: Field
  /** For dates: the period that makes a group; a day where none is named. */
  readonly grain: Grain | undefined
  readonly isDescending: boolean
}

const DATED = new Set<Field['type']>(['date', 'datetime'])

/** The period in words; undefined where a group is the value of a field and no period. */
export function groupPeriod({ field, grain = 'day' }: GroupLevel, value: Value, scope: FieldScope): string | undefined {
  return typeof value === 'string' && DATED.has(shownField(field, scope).type) ? periodTitle(value, grain, scope.locale) : undefined
}

/** The conditions that only the records of one group meet. */
export function within({ field, grain = 'day' }: GroupLevel, value: Value, scope: FieldScope): readonly NamedCondition[] {
  const shown = shownField(field, scope)
  const span = typeof value === 'string' && DATED.has(shown.type) ? spanOf(value, grain) : null
  if (span === null) return [ofGroup(field.name, value)]
  const [first, last] = span
  return [
    { field: field.name, operator: 'greater_or_equal', value: edge(shown, first, scope.zone) },
    { field: field.name, operator: 'less', value: edge(shown, addDays(last, 1), scope.zone) },
  ]
}

/** Choices in the order of their list, others by what they are called; blank last. */
export function inOrder(groups: readonly RecordGroup[], { field, isDescending }: GroupLevel, scope: FieldScope): readonly RecordGroup[] {
  const places = new Map(field.type === 'choice' ? choicesOf(scope, field.options.list).map(({ value }, at) => [value, at]) : [])
  const rank = ({ value }: RecordGroup) => places.get(String(value)) ?? places.size
  const ordered = groups.filter(({ value }) => value !== null).toSorted((one, other) => rank(one) - rank(other) || compared(one.value, other.value))
  return [...(isDescending ? ordered.toReversed() : ordered), ...groups.filter(({ value }) => value === null)]
}

function compared(one: Value, other: Value): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return words(one).localeCompare(words(other), 'zh-CN', { numeric: true })
}

function words(value: Value): string {
  return isReference(value) ? (value.title ?? '') : String(value)
}
