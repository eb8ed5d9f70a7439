import { expect, test } from 'vitest'

import { nudged, withField, withoutField, withWidth } from './column-edits'

const COLUMNS = [{ field: 'a' }, { field: 'b', width: 90 }, { field: 'c' }]
const ids = (columns: readonly { readonly field: string }[] | null) => columns?.map(({ field }) => field).join('') ?? null

test('a field is put before a column, and one that is there moves with its width', () => {
  expect(ids(withField(COLUMNS, 'x', 1))).toBe('axbc')
  expect(withField(COLUMNS, 'b', 0)).toEqual([{ field: 'b', width: 90 }, { field: 'a' }, { field: 'c' }])
  expect(ids(withField(COLUMNS, 'a', 3))).toBe('bca')
})

test('a drop on its own place changes nothing', () => {
  expect(withField(COLUMNS, 'b', 1)).toBeNull()
  expect(withField(COLUMNS, 'b', 2)).toBeNull()
  expect(nudged(COLUMNS, 'a', -1)).toBeNull()
  expect(nudged(COLUMNS, 'c', 1)).toBeNull()
})

test('columns step, go, and keep to the widths there are', () => {
  expect(ids(nudged(COLUMNS, 'b', 1))).toBe('acb')
  expect(ids(nudged(COLUMNS, 'b', -1))).toBe('bac')
  expect(ids(withoutField(COLUMNS, 'b'))).toBe('ac')
  expect(withWidth(COLUMNS, 'a', 3)[0]).toEqual({ field: 'a', width: 40 })
  expect(withWidth(COLUMNS, 'b', null)[1]).toEqual({ field: 'b' })
})
