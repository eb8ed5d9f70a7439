/** Jumping about in a list of which the server only tells the page after a cursor. */
import { describe, expect, it } from 'vitest'

import type { ListQuery } from '@/shared/records/list-records'
import type { RecordPage, StoredRecord } from '@/shared/records/record'

import { recordPager, STRIDE } from './record-pager'

function fakeList(size: number) {
  const asked: ListQuery[] = []
  const list = async (query: ListQuery): Promise<RecordPage> => {
    asked.push(query)
    const start = Number(query.cursor ?? 0)
    const end = Math.min(start + (query.limit ?? 50), size)
    const items = Array.from({ length: end - start }, (_, place) => ({ id: String(start + place) }) as StoredRecord)
    const count = query.count === 'exact' ? { total: size } : {}
    return { items, next_cursor: end < size ? String(end) : null, release: 1, ...count }
  }
  return { list, asked }
}

const ids = (records: readonly StoredRecord[]) => records.map(({ id }) => Number(id))

describe('a record pager', () => {
  it('asks for the number of records once, with the first page', async () => {
    const { list, asked } = fakeList(1200)
    const pager = recordPager(list, { sort: '-date' })

    const { records, total } = await pager.stretch(0, 100)
    await pager.stretch(0, 100)

    expect(total).toBe(1200)
    expect(ids(records)).toEqual(Array.from({ length: 100 }, (_, place) => place))
    expect(asked.map(({ count }) => count)).toEqual(['exact', 'none'])
  })

  it('gives a stretch far ahead exactly', async () => {
    const { list } = fakeList(100_000)

    const { records } = await recordPager(list, {}).stretch(90_300, 90_400)

    expect(ids(records)).toEqual(Array.from({ length: 100 }, (_, place) => 90_300 + place))
  })

  it('walks over ids alone, and not twice', async () => {
    const { list, asked } = fakeList(5000)
    const pager = recordPager(list, { fields: 'no,amount', expand: 'customer' })

    await pager.stretch(2200, 2300)
    const walked = asked.filter(({ fields }) => fields === 'id')
    await pager.stretch(1700, 1800)

    expect(walked).toHaveLength(4)
    expect(walked.every(({ expand, limit }) => expand === undefined && limit === STRIDE)).toBe(true)
    expect(asked).toHaveLength(6)
  })

  it('gives nothing behind the end', async () => {
    const { list } = fakeList(30)

    const { records } = await recordPager(list, {}).stretch(100, 200)

    expect(records).toEqual([])
  })
})
