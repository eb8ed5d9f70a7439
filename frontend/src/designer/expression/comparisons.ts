/** Which comparisons a kind of value can be asked for, in the order they are offered; the first is the usual one. */
import type { FieldType } from '@/generated/metadata'

export type Comparison =
  | 'equals'
  | 'not_equals'
  | 'greater'
  | 'at_least'
  | 'less'
  | 'at_most'
  | 'contains'
  | 'not_contains'
  | 'starts'
  | 'any_of'
  | 'has'
  | 'has_not'
  | 'yes'
  | 'no'
  | 'filled'
  | 'empty'

/** Kinds of value that are compared and entered alike. */
export type Family = 'text' | 'number' | 'date' | 'choice' | 'choices' | 'switch' | 'person' | 'link' | 'other'

const FAMILIES: Readonly<Partial<Record<FieldType, Family>>> = {
  integer: 'number',
  decimal: 'number',
  money: 'number',
  percent: 'number',
  rollup: 'number',
  date: 'date',
  datetime: 'date',
  choice: 'choice',
  multi_choice: 'choices',
  switch: 'switch',
  person: 'person',
  link: 'link',
  attachment: 'other',
  lines: 'other',
}

const ORDER: readonly Comparison[] = ['equals', 'not_equals', 'greater', 'at_least', 'less', 'at_most', 'filled', 'empty']
const SAME: readonly Comparison[] = ['equals', 'not_equals', 'filled', 'empty']

export const COMPARISONS: Readonly<Record<Family, readonly Comparison[]>> = {
  text: ['equals', 'not_equals', 'contains', 'not_contains', 'starts', 'filled', 'empty'],
  number: ORDER,
  date: ORDER,
  choice: ['equals', 'not_equals', 'any_of', 'filled', 'empty'],
  choices: ['has', 'has_not', 'filled', 'empty'],
  switch: ['yes', 'no'],
  person: SAME,
  link: SAME,
  other: ['filled', 'empty'],
}

/** Comparisons that need nothing to compare with. */
const ALONE: ReadonlySet<Comparison> = new Set(['yes', 'no', 'filled', 'empty'])

export function familyOf(type: FieldType): Family {
  return FAMILIES[type] ?? 'text'
}

export function needsValue(comparison: Comparison): boolean {
  return !ALONE.has(comparison)
}
