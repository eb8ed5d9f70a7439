import { expect, test } from 'vitest'

import { withColumn, type Mapping } from './import-state'

const MAPPING: Mapping = {
  mode: 'upsert',
  key: ['no'],
  columns: [
    { column: 'Number', field: 'no' },
    { column: 'Buyer', field: 'customer', match: 'name' },
  ],
}

test('a column that is left out takes its field out of the key', () => {
  expect(withColumn(MAPPING, 'Number', null)).toEqual({ ...MAPPING, key: [], columns: [MAPPING.columns[1]] })
})

test('a column that goes elsewhere leaves the others as they are', () => {
  const changed = withColumn(MAPPING, 'Buyer', { field: 'note' })

  expect(changed.columns).toEqual([MAPPING.columns[0], { column: 'Buyer', field: 'note' }])
  expect(changed.key).toEqual(['no'])
})
