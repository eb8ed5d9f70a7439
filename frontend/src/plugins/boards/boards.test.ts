import { expect, test } from 'vitest'

import { SHOP } from '@/app/testing/shop'
import type { Tile } from '@/generated/metadata'

import { pushed } from './arranged-board'
import { freePlace } from './board-edits'
import { readSubject, sizeFor, sizeOfSubject, writeSubject } from './board-subject'
import { proposedFilter } from './proposed-filter'

const tile = (id: string, x: number, y: number, w = 8, h = 4): Tile => ({ id, x, y, w, h })

test('a tile goes beside the last one where there is room, else below all', () => {
  expect(freePlace([], { w: 8, h: 4 })).toEqual({ x: 0, y: 0, w: 8, h: 4 })
  expect(freePlace([tile('a', 0, 0)], { w: 8, h: 4 })).toEqual({ x: 8, y: 0, w: 8, h: 4 })
  expect(freePlace([tile('a', 0, 0, 20)], { w: 8, h: 4 })).toEqual({ x: 0, y: 4, w: 8, h: 4 })
})

test('a tile that is moved pushes those it lies on below it, one after the other', () => {
  const after = pushed([tile('a', 0, 0), tile('b', 0, 4), tile('c', 0, 8)], tile('a', 0, 2))

  expect(after.map(({ id, y }) => [id, y])).toEqual([
    ['a', 2],
    ['b', 6],
    ['c', 10],
  ])
})

test('what is dragged is known before it is put down, and read after', () => {
  const held = new Map<string, string>()
  const transfer = { setData: (type: string, data: string) => held.set(type, data), getData: (type: string) => held.get(type) ?? '', types: [] as readonly string[], effectAllowed: '' }
  writeSubject(transfer as unknown as DataTransfer, { kind: 'report', report: 'rpt_1' })
  const over = { ...transfer, types: [...held.keys()] } as unknown as DataTransfer

  expect(sizeOfSubject(over)).toEqual({ w: 12, h: 9 })
  expect(readSubject(over)).toEqual({ kind: 'report', report: 'rpt_1' })
  expect(sizeOfSubject({ types: ['Files'] } as unknown as DataTransfer)).toBe(false)
  expect(readSubject(null)).toBeNull()
  expect(sizeFor({ kind: 'words' }, [])).toEqual({ w: 8, h: 3 })
})

test('the first filter is the period of what the reports are about, the next one their members', () => {
  const report = { query: { measures: [{ id: 'a', home: 'ent_cost', aggregate: 'count' as const }], dimensions: [{ id: 'c', home: 'ent_cost', field: 'fld_cochan' }] } }
  const period = proposedFilter(SHOP, [report], [])
  const members = proposedFilter(SHOP, [report], [period])

  expect(period).toMatchObject({ kind: 'period', fields: ['fld_paid'] })
  expect(members).toMatchObject({ kind: 'members', fields: ['fld_cochan'], label: { en: 'fld_cochan' } })
})
