import { expect, test } from 'vitest'

import { SHOP } from '@/app/testing/shop'
import { carry } from '@/ui/board/carried'

import { readSubject, sizeFor, sizeOfSubject } from './board-subject'
import { proposedFilter } from './proposed-filter'

test('what is dragged is known before it is put down, and read after', () => {
  const held = new Map<string, string>()
  const transfer = { setData: (type: string, data: string) => held.set(type, data), getData: (type: string) => held.get(type) ?? '', types: [] as readonly string[], effectAllowed: '' }
  carry(transfer as unknown as DataTransfer, { kind: 'report', report: 'rpt_1' })
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
