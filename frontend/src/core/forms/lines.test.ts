import { describe, expect, test } from 'vitest'

import { duplicateLines, fillDown, insertLines, moveLines, newLine, removeLines, writeCells, type Lines } from './lines'
import { areaOf, isInside, moveBy, selectCell, stepThrough } from './selection'

const three: Lines = ['a', 'b', 'c'].map((item) => ({ ...newLine({ item }), id: item }))
const items = (lines: Lines) => lines.map((line) => line.values['item'] ?? null)

describe('edits of lines', () => {
  test('new lines are empty and have keys of their own', () => {
    const lines = insertLines(three, 1, 2)
    expect(items(lines)).toEqual(['a', null, null, 'b', 'c'])
    expect(new Set(lines.map((line) => line.key)).size).toBe(5)
  })

  test('a copy stands below and is a new line', () => {
    const lines = duplicateLines(three, 0, 1)
    expect(items(lines)).toEqual(['a', 'b', 'a', 'b', 'c'])
    expect(lines[2]?.id).toBeNull()
  })

  test('a run moves by one and stays at the edge', () => {
    expect(items(moveLines(three, 1, 2, -1))).toEqual(['b', 'c', 'a'])
    expect(items(moveLines(three, 0, 0, 1))).toEqual(['b', 'a', 'c'])
    expect(moveLines(three, 0, 1, -1)).toBe(three)
    expect(moveLines(three, 2, 2, 1)).toBe(three)
  })

  test('removing takes the whole run', () => {
    expect(items(removeLines(three, 0, 1))).toEqual(['c'])
  })

  test('writing past the end appends lines; untouched lines stay the same objects', () => {
    const lines = writeCells(three, [{ at: 4, field: 'item', value: 'e' }])
    expect(items(lines)).toEqual(['a', 'b', 'c', null, 'e'])
    expect(lines[0]).toBe(three[0])
  })

  test('a value clears what could not be read before', () => {
    const issue = { code: 'entry.number.unreadable', pointer: '', params: {} }
    const marked = writeCells(three, [{ at: 0, field: 'item', value: null, rejected: { text: '?', issue } }])
    expect(marked[0]?.rejected['item']?.text).toBe('?')
    expect(writeCells(marked, [{ at: 0, field: 'item', value: 'x' }])[0]?.rejected).toEqual({})
  })

  test('filling down copies the first line', () => {
    expect(items(fillDown(three, 0, 2, ['item']))).toEqual(['a', 'a', 'a'])
  })
})

describe('the selection', () => {
  const extent = { lines: 3, columns: 2 }

  test('stays inside', () => {
    expect(moveBy(selectCell({ line: 0, column: 0 }), -1, 5, extent).active).toEqual({ line: 0, column: 1 })
  })

  test('extends from its anchor', () => {
    const area = areaOf(moveBy(selectCell({ line: 2, column: 1 }), -1, -1, extent, true))
    expect(area).toEqual({ top: 1, bottom: 2, left: 0, right: 1 })
    expect(isInside(area, { line: 0, column: 0 })).toBe(false)
  })

  test('steps through the ends of lines and stops at the last cell', () => {
    expect(stepThrough(selectCell({ line: 0, column: 1 }), 1, extent)?.active).toEqual({ line: 1, column: 0 })
    expect(stepThrough(selectCell({ line: 2, column: 1 }), 1, extent)).toBeNull()
    expect(stepThrough(selectCell({ line: 0, column: 0 }), -1, extent)).toBeNull()
  })
})
