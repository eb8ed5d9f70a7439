/** Which comparisons a field type offers when a filter is clicked together. */
import type { ConditionOperator, Field, FieldType } from '@/generated/metadata'

const TEXT: readonly ConditionOperator[] = ['contains', 'not_contains', 'equals', 'not_equals', 'starts_with', 'ends_with', 'is_empty', 'is_not_empty']
const NUMBER: readonly ConditionOperator[] = ['equals', 'not_equals', 'greater', 'greater_or_equal', 'less', 'less_or_equal', 'between', 'is_empty', 'is_not_empty']
const DAY: readonly ConditionOperator[] = ['equals', 'greater_or_equal', 'less_or_equal', 'between', 'in_last_days', 'in_next_days', 'this_month', 'this_year', 'is_empty', 'is_not_empty']
const CHOICE: readonly ConditionOperator[] = ['in', 'not_in', 'is_empty', 'is_not_empty']
const REFERENCE: readonly ConditionOperator[] = ['equals', 'not_equals', 'is_empty', 'is_not_empty']
const PRESENCE: readonly ConditionOperator[] = ['is_empty', 'is_not_empty']

const BY_TYPE: Readonly<Partial<Record<FieldType, readonly ConditionOperator[]>>> = {
  text: TEXT,
  long_text: TEXT,
  email: TEXT,
  phone: TEXT,
  url: TEXT,
  sequence: TEXT,
  integer: NUMBER,
  decimal: NUMBER,
  money: NUMBER,
  percent: NUMBER,
  rollup: NUMBER,
  date: DAY,
  datetime: DAY,
  choice: CHOICE,
  multi_choice: ['contains', 'not_contains', ...PRESENCE],
  switch: ['equals'],
  link: REFERENCE,
  person: REFERENCE,
  attachment: PRESENCE,
}

/** Operators of a field as it is shown: of a formula's result, of a look-up's target. */
export function operatorsFor(shown: Field): readonly ConditionOperator[] {
  return BY_TYPE[shown.type] ?? []
}

export type OperandShape = 'none' | 'one' | 'two' | 'many' | 'days'

export function operandOf(operator: ConditionOperator): OperandShape {
  if (['is_empty', 'is_not_empty', 'this_month', 'this_year'].includes(operator)) return 'none'
  if (operator === 'between') return 'two'
  if (operator === 'in' || operator === 'not_in') return 'many'
  return operator === 'in_last_days' || operator === 'in_next_days' ? 'days' : 'one'
}
