import { expect, test } from 'vitest'

import type { ColorRule, View } from '@/generated/metadata'
import type { ListQuery } from '@/shared/records/list-records'

import { cellColor, coloredList, rowColor } from './record-colors'

const RULES: readonly ColorRule[] = [
  { when: 'late', color: 'red' },
  { when: 'gone > 1', color: 'grey' },
  { when: 'TRUE', color: 'blue' },
  { when: 'cost > 5', color: 'gold', field: 'fld_cost01' },
]
const VIEW = { colors: RULES } as unknown as View
const stored = (id: string) => ({ id, version: 1, created_at: '', created_by: null, modified_at: '', modified_by: null })
const PAGE = { items: [stored('a'), stored('b')], next_cursor: null, release: 1 }

function fakeList(marked?: readonly (readonly string[] | null)[]) {
  const asked: ListQuery[] = []
  const list = (query: ListQuery) => {
    asked.push(query)
    return Promise.resolve({ ...PAGE, ...(marked && { marked }) })
  }
  return { asked, list }
}

test('however many rules there are, a page is asked for once; of several that fit the first counts', async () => {
  const { asked, list } = fakeList([['a'], null, ['a', 'b'], ['b']])

  const { items } = await coloredList(list, VIEW)({ sort: 'cost' })

  expect(asked).toEqual([{ sort: 'cost', marks: ['late', 'gone > 1', 'TRUE', 'cost > 5'] }])
  expect(items.map(rowColor)).toEqual(['red', 'blue'])
  expect(items.map((record) => cellColor(record, 'fld_cost01'))).toEqual([undefined, 'gold'])
})

test('where only ids or no colours are wanted, no rule is asked about', async () => {
  const { asked, list } = fakeList()

  await coloredList(list, VIEW)({ fields: 'id' })
  await coloredList(list, { ...VIEW, colors: [] })({})

  expect(asked).toEqual([{ fields: 'id' }, {}])
})
