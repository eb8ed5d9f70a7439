import { expect, test } from 'vitest'

import type { Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import type { FieldScope } from '@/plugins/fields/scope'

import { groupPeriod, inOrder, within, type GroupLevel } from './group-level'

const SCOPE = { zone: 'Asia/Shanghai', locale: 'en', definition: { options: [] } } as unknown as FieldScope
const level = (type: string, more: Partial<GroupLevel> = {}): GroupLevel => ({ field: { id: 'f', name: 'x', type, label: {} } as Field, grain: undefined, isDescending: false, ...more })
const groups = (...values: Value[]) => values.map((value) => ({ value, count: 1, sums: {} }))

test('a group of a period is all its days, on the clock of the app', () => {
  expect(within(level('date', { grain: 'quarter' }), '2026-10-01', SCOPE)).toEqual([
    { field: 'x', operator: 'greater_or_equal', value: '2026-10-01' },
    { field: 'x', operator: 'less', value: '2027-01-01' },
  ])
  expect(within(level('datetime'), '2026-10-01', SCOPE).map(({ value }) => value)).toEqual(['2026-09-30T16:00:00Z', '2026-10-01T16:00:00Z'])
  expect(within(level('date', { grain: 'year' }), null, SCOPE)).toEqual([{ field: 'x', operator: 'is_empty' }])
  expect(within(level('text'), '2026', SCOPE)).toEqual([{ field: 'x', operator: 'equals', value: '2026' }])
})

test('periods have words, other values are shown as their field shows them', () => {
  expect(groupPeriod(level('date', { grain: 'year' }), '2026-01-01', SCOPE)).toBe('2026')
  expect(groupPeriod(level('text'), '2026-01-01', SCOPE)).toBeUndefined()
})

test('groups stand in the order of their values, blank last whichever way', () => {
  const values = groups(10, null, -5, 2)

  expect(inOrder(values, level('integer'), SCOPE).map(({ value }) => value)).toEqual([-5, 2, 10, null])
  expect(inOrder(values, level('integer', { isDescending: true }), SCOPE).map(({ value }) => value)).toEqual([10, 2, -5, null])
})
