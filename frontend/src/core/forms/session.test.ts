import { describe, expect, test } from 'vitest'

import { computeBody, createBody, updateBody } from './changes'
import { readDraft, writeDraft } from './draft'
import { duplicateLines, insertLines, moveLines, removeLines, writeCells } from './lines'
import { isDirty, openSession, redo, setBase, setLines, setValue, takeComputed, undo } from './session'
import { ORDER, ORDER_RECORD } from '@/app/testing/order'

const opened = openSession(ORDER, ORDER_RECORD)
const lines = opened.entry.lines['lines'] ?? []

describe('a session', () => {
  test('is clean when opened and after going all the way back', () => {
    const typed = setValue(setValue(opened, 'note', 'h'), 'note', 'hi')
    expect(isDirty(opened)).toBe(false)
    expect(isDirty(typed)).toBe(true)
    expect(isDirty(undo(typed))).toBe(false)
  })

  test('typing on in one field is one step back, lines are a step each', () => {
    const typed = setLines(setValue(setValue(opened, 'note', 'h'), 'note', 'hi'), 'lines', [])
    expect(undo(typed).entry.values['note']).toBe('hi')
    expect(undo(undo(typed)).entry).toBe(opened.entry)
    expect(redo(undo(typed)).entry).toBe(typed.entry)
  })

  test('typing back to what was stored is clean', () => {
    expect(isDirty(setValue(setValue(opened, 'note', 'x'), 'note', ''))).toBe(false)
  })

  test('a newer record below leaves the entry in place', () => {
    const typed = setValue(opened, 'note', 'mine')
    expect(setBase(typed, { ...ORDER_RECORD, note: 'theirs' }).entry.values['note']).toBe('mine')
  })
})

describe('what the server computes', () => {
  const fresh = setLines(openSession(ORDER, {}), 'lines', insertLines([], 0))

  test('fills in defaults where nobody has written, and they are not sent back', () => {
    const filled = takeComputed(fresh, { status: 'draft', total: '0.00', lines: [{ quantity: 1, amount: '0.00' }] })
    expect(filled.entry.values['status']).toBe('draft')
    expect(isDirty(takeComputed(openSession(ORDER, {}), { status: 'draft' }))).toBe(false)
    expect(filled.entry.lines['lines']?.[0]?.values).toMatchObject({ quantity: 1, amount: '0.00' })
    expect(computeBody(ORDER, null, filled.entry)).toEqual({ lines: [{}] })
    expect(createBody(ORDER, filled.entry)).toEqual({ lines: [{}] })
  })

  test('a default may change its mind until somebody writes', () => {
    const first = takeComputed(fresh, { lines: [{ quantity: 1 }] })
    const second = takeComputed(first, { lines: [{ quantity: 6 }] })
    const written = setLines(second, 'lines', writeCells(second.entry.lines['lines'] ?? [], [{ at: 0, field: 'quantity', value: 2 }]))
    expect(second.entry.lines['lines']?.[0]?.values['quantity']).toBe(6)
    expect(takeComputed(written, { lines: [{ quantity: 6 }] }).entry.lines['lines']?.[0]?.values['quantity']).toBe(2)
  })

  test('never overwrites what was cleared on purpose', () => {
    const cleared = setValue(openSession(ORDER, {}), 'status', null)
    expect(takeComputed(cleared, { status: 'draft' }).entry.values['status']).toBeNull()
  })
})

const body = (after: typeof lines) => updateBody(ORDER, opened.base, { ...opened.entry, lines: { lines: after } })

describe('what is sent', () => {
  test('only changed fields, links as ids', () => {
    const typed = setValue(setValue(opened, 'note', 'hi'), 'customer', { id: 'c2', title: 'Li' })
    expect(updateBody(ORDER, typed.base, typed.entry)).toEqual({ note: 'hi', customer: 'c2' })
  })

  test('a changed line by its changes, the others by their ids alone', () => {
    expect(body(writeCells(lines, [{ at: 1, field: 'quantity', value: 9 }]))).toEqual({ lines: [{ id: 'l1' }, { id: 'l2', quantity: 9 }] })
  })

  test('a removed line by id', () => {
    expect(body(removeLines(lines, 0, 0))).toEqual({ lines: [{ id: 'l2' }, { id: 'l1', _delete: true }] })
  })

  test('a line added at the end', () => {
    expect(body(duplicateLines(lines, 1, 1))).toEqual({ lines: [{ id: 'l1' }, { id: 'l2' }, { item: 'ink', quantity: 1, price: '20.00' }] })
  })

  test('lines in their new order', () => {
    expect(body(moveLines(lines, 1, 1, -1))).toEqual({ lines: [{ id: 'l2' }, { id: 'l1' }] })
    expect(body(insertLines(lines, 0))).toEqual({ lines: [{}, { id: 'l1' }, { id: 'l2' }] })
  })
})

describe('a draft', () => {
  test('comes back as it was', () => {
    const draft = { entry: setValue(opened, 'note', 'hi').entry, base: opened.base, version: 3, at: '2026-11-23T10:00:00Z' }
    expect(readDraft(writeDraft(draft))).toMatchObject(draft)
  })

  test.each([[null], ['{'], ['{}'], ['{"form":0}'], ['[]'], ['null']])('%s is none', (text) => {
    expect(readDraft(text)).toBeNull()
  })
})
