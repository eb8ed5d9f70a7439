import { describe, expect, test } from 'vitest'

import { differencesOf, settle } from './conflict'
import { entryOf, type Entry } from './entry'
import { duplicateLines, removeLines, writeCells } from './lines'
import { ORDER, ORDER_RECORD } from '@/app/testing/order'

const before = entryOf(ORDER, ORDER_RECORD)
const lines = before.lines['lines'] ?? []
const withValue = (name: string, value: string): Entry => ({ ...before, values: { ...before.values, [name]: value } })
const withLines = (after: typeof lines): Entry => ({ ...before, lines: { lines: after } })
const withQuantity = (at: number, value: number) => withLines(writeCells(lines, [{ at, field: 'quantity', value }]))

const compare = (mine: Entry, theirs: Entry) => differencesOf(ORDER, { before, mine, theirs })
const merge = (mine: Entry, theirs: Entry, choices = {}) => settle(compare(mine, theirs), { before, mine, theirs }, choices)

describe('two changes of one record', () => {
  test('in different fields are both kept without asking', () => {
    const merged = merge(withValue('note', 'mine'), withValue('status', 'sent'))
    expect(compare(withValue('note', 'mine'), withValue('status', 'sent')).map(({ place, isConflict }) => [place, isConflict])).toEqual([
      ['status', false],
      ['note', false],
    ])
    expect(merged.values).toMatchObject({ note: 'mine', status: 'sent' })
  })

  test('in one field are a conflict, settled as chosen', () => {
    const [mine, theirs] = [withValue('note', 'mine'), withValue('note', 'theirs')]
    expect(compare(mine, theirs)).toMatchObject([{ place: 'note', before: null, mine: 'mine', theirs: 'theirs', isConflict: true }])
    expect(merge(mine, theirs).values['note']).toBe('mine')
    expect(merge(mine, theirs, { note: 'theirs' }).values['note']).toBe('theirs')
  })

  test('to the same value are no difference', () => {
    expect(compare(withValue('note', 'same'), withValue('note', 'same'))).toEqual([])
  })
})

describe('two changes of detail lines', () => {
  test('in different cells are both kept', () => {
    const merged = merge(withQuantity(0, 7), withQuantity(1, 8))
    expect(merged.lines['lines']?.map((line) => line.values['quantity'])).toEqual([7, 8])
  })

  test('in one cell are a conflict with the place of the line', () => {
    const found = compare(withQuantity(1, 7), withQuantity(1, 8))
    expect(found).toMatchObject([{ place: 'lines/l2/quantity', position: 2, before: 1, mine: 7, theirs: 8, isConflict: true }])
    expect(merge(withQuantity(1, 7), withQuantity(1, 8)).lines['lines']?.[1]?.values['quantity']).toBe(7)
  })

  test('lines added on both sides all stay', () => {
    const merged = merge(withLines(duplicateLines(lines, 0, 0)), withLines(duplicateLines(lines, 1, 1)))
    expect(merged.lines['lines']?.map((line) => line.values['item'])).toEqual(['pen', 'ink', 'ink', 'pen'])
  })

  test('removing a line the other has changed is a conflict', () => {
    const [mine, theirs] = [withLines(removeLines(lines, 0, 0)), withQuantity(0, 8)]
    expect(compare(mine, theirs)).toMatchObject([{ place: 'lines/l1', mine: null, isConflict: true }])
    expect(merge(mine, theirs, { 'lines/l1': 'theirs' }).lines['lines']).toHaveLength(2)
    expect(merge(mine, theirs, { 'lines/l1': 'mine' }).lines['lines']).toHaveLength(1)
  })

  test('keeping a line the other has removed brings it back as a new one', () => {
    const merged = merge(withQuantity(0, 7), withLines(removeLines(lines, 0, 0)))
    expect(merged.lines['lines']?.map(({ id, values }) => [id, values['quantity']])).toEqual([['l2', 1], [null, 7]])
  })
})
