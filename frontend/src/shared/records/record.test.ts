import { expect, test } from 'vitest'

import { ORDER } from '@/app/testing/fixtures'

import { recordTitle } from './record'

const RECORD = { id: 'r-1', version: 1, created_at: '', created_by: null, modified_at: '', modified_by: null }

test.each([
  ['a text', 'XS-0001', 'XS-0001'],
  ['a number', 7, '7'],
  ['a linked record', { id: 'c-1', title: '张三' }, '张三'],
  ['nothing', null, 'r-1'],
])('a record named by %s', (_, value, title) => {
  expect(recordTitle(ORDER, { ...RECORD, no: value })).toBe(title)
})
