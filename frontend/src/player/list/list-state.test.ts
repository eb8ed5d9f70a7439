/** The reader's choices survive the way through the address. */
import { expect, test } from 'vitest'

import { readState, writeState, type ListState } from './list-state'

test('search, conditions and sort come back from the address', () => {
  const state: ListState = {
    search: '李 娜',
    conditions: [{ field: 'amount', operator: 'greater', value: '10000' }],
    sort: [{ field: 'date', descending: true }, { field: 'no', descending: false }],
  }

  expect(readState(writeState(state))).toEqual(state)
})

test('a mangled address means no conditions', () => {
  expect(readState(new URLSearchParams('where=[{"field":')).conditions).toEqual([])
  expect(readState(new URLSearchParams('where=[7]')).conditions).toEqual([])
})
