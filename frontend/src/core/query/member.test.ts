import { describe, expect, test } from 'vitest'

import type { AnswerColumn } from './answer'
import { memberTitle } from './member'
import { presetOf, spanOf } from './period'

const WORDS = { none: '(none)', others: 'Others', yes: 'Yes', no: 'No', earlier: 'before' }
const column = (kind: string): AnswerColumn => ({ id: 'd', role: 'dimension', label: {}, kind })

describe('the title of a member', () => {
  test.each([
    [{ d: 'u1', d_title: '天猫' }, 'link', '天猫', '天猫'],
    [{ d: null }, 'text', '(none)', '(none)'],
    [{ d: null, _others: true }, 'text', 'Others', 'Others'],
    [{ d: true }, 'switch', 'Yes', 'Yes'],
    [{ d: '2026-11-01' }, 'month', '2026年11月', 'Nov 2026'],
    [{ d: '2026-10-01' }, 'quarter', '2026年4季度', 'Q4 2026'],
    [{ d: '2026-01-01' }, 'year', '2026年', '2026'],
    [{ d: '2026-11-23' }, 'day', '2026年11月23日', 'Nov 23, 2026'],
  ])('%o', (row, kind, chinese, english) => {
    expect(memberTitle(row, column(kind), 'zh-CN', WORDS)).toBe(chinese)
    expect(memberTitle(row, column(kind), 'en', WORDS)).toBe(english)
  })
})

test.each([
  ['2026-02-01', 'month', ['2026-02-01', '2026-02-28']],
  ['2026-10-01', 'quarter', ['2026-10-01', '2026-12-31']],
  ['2024-01-01', 'year', ['2024-01-01', '2024-12-31']],
  ['2026-12-28', 'week', ['2026-12-28', '2027-01-03']],
  ['2026-11-23', 'day', ['2026-11-23', '2026-11-23']],
  ['nonsense', 'month', null],
])('%s by %s spans %o', (value, grain, span) => {
  expect(spanOf(value, grain)).toEqual(span)
})

test('a period that is offered by name is found again', () => {
  expect(presetOf({ operator: 'last', n: 30, unit: 'day' })).toBe('last_30_days')
  expect(presetOf({ operator: 'last', n: 31, unit: 'day' })).toBeUndefined()
  expect(presetOf(null)).toBeUndefined()
})
