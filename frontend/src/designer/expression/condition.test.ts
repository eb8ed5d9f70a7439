import { describe, expect, test } from 'vitest'

import { isFault, parse } from '@/core/expressions/parse'

import type { Group, Row } from './condition'
import { conditionText } from './condition-text'
import { readCondition } from './condition-tree'
import type { OfferedName } from './offered-names'

const NAMES: readonly OfferedName[] = [
  { name: 'no', label: 'No.', type: 'text' },
  { name: 'amount', label: 'Amount', type: 'money' },
  { name: 'limit', label: 'Limit', type: 'money' },
  { name: 'due', label: 'Due', type: 'date' },
  { name: 'status', label: 'Status', type: 'choice', choices: [] },
  { name: 'tags', label: 'Tags', type: 'multi_choice', choices: [] },
  { name: 'urgent', label: 'Urgent', type: 'switch' },
  { name: 'owner', label: 'Owner', type: 'person' },
  { name: 'customer.level', label: 'Customer.Level', type: 'choice' },
  { name: 'order total', label: 'Order total', type: 'money' },
  { name: 'lines.amount', label: 'Lines.Amount', type: 'money', isMany: true },
]

const read = (text: string) => {
  const tree = parse(text)
  return isFault(tree) ? undefined : readCondition(tree, NAMES)
}
const row = (name: string, comparison: Row['comparison'], operand?: Row['operand']): Row => ({ kind: 'row', name, comparison, operand })

describe('rows are written as an expression and read from it again', () => {
  test.each([
    'amount > 10000',
    'amount >= -5 AND limit < 2.5',
    'amount > limit',
    '[order total] <= 3',
    'status = "done"',
    'status = "done" OR status = "gone"',
    'urgent = TRUE AND (status = "done" OR status = "gone")',
    'urgent = FALSE OR (amount > 1 AND due < TODAY())',
    'due >= TODAY() + 7',
    'due = DATE(2026, 1, 31)',
    'due < TODAY() - 30 AND due <> DATE(2026, 12, 1)',
    'owner = CURRENT_USER()',
    'owner <> "usr-1"',
    'ISBLANK(due) OR NOT(ISBLANK(no))',
    'CONTAINS(no, "a ""b""") AND NOT(CONTAINS(no, "x"))',
    'STARTSWITH(no, "PO-")',
    'COUNTIF(tags, "a") > 0 AND COUNTIF(tags, "b") = 0',
    'customer.level = "gold"',
  ])('%s', (text) => {
    const condition = read(text)
    expect(condition).toBeDefined()
    expect(conditionText(condition as Group)).toBe(text)
  })
})

describe('other spellings of the same are recognised', () => {
  test.each([
    ['urgent', 'urgent = TRUE'],
    ['NOT urgent', 'urgent = FALSE'],
    ['10 < amount', 'amount > 10'],
    ['AND(amount > 1, urgent)', 'amount > 1 AND urgent = TRUE'],
    ['NOT(NOT(ISBLANK(due)))', 'ISBLANK(due)'],
  ])('%s', (text, canonical) => expect(conditionText(read(text) as Group)).toBe(canonical))
})

describe('what rows cannot show stays text', () => {
  test.each([
    'amount * 2 > 10',
    'SUM(lines.amount) > 10',
    'lines.amount > 3',
    'unknown > 1',
    'amount = "many"',
    'status > "a"',
    'due = DATE(2026, 2, 45)',
    '(amount > 1 OR (limit > 1 AND (urgent OR amount > 2)))',
    'IF(urgent, amount > 1, FALSE)',
  ])('%s', (text) => expect(read(text)).toBeUndefined())
})

test('rows that are not finished are left out', () => {
  const condition: Group = { kind: 'group', isAll: true, parts: [row('', 'equals'), row('amount', 'greater'), row('urgent', 'yes'), row('status', 'any_of', { kind: 'texts', texts: [] })] }

  expect(conditionText(condition)).toBe('urgent = TRUE')
  expect(conditionText({ kind: 'group', isAll: true, parts: [] })).toBe('')
})

test('one choice of several is written without brackets', () => {
  const one: Group = { kind: 'group', isAll: true, parts: [row('status', 'any_of', { kind: 'texts', texts: ['a'] })] }

  expect(conditionText(one)).toBe('status = "a"')
})
