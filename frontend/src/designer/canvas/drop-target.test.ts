import { describe, expect, test } from 'vitest'

import { dropTarget, indexAfterRemoval } from './drop-target'

const BOX = { left: 100, top: 100, width: 200, height: 60 }
const item = (isWide: boolean) => ({ kind: 'item', section: 'sec_1', index: 2, order: 2, isWide }) as const

describe('where a dragged thing would land', () => {
  test.each([
    ['before a narrow field, over its left half', item(false), { x: 120, y: 150 }, 2],
    ['after a narrow field, over its right half', item(false), { x: 280, y: 110 }, 3],
    ['before a wide field, over its upper half', item(true), { x: 290, y: 110 }, 2],
    ['after a wide field, over its lower half', item(true), { x: 110, y: 150 }, 3],
    ['before the field chosen with the keyboard', item(false), null, 2],
  ])('%s', (_, place, pointer, index) => {
    expect(dropTarget(place, BOX, pointer)).toEqual({ section: 'sec_1', index, over: 2 })
  })

  test('at the end of a section', () => {
    expect(dropTarget({ kind: 'end', section: 'sec_1', index: 4, order: 9 }, BOX, null)).toEqual({ section: 'sec_1', index: 4 })
  })

  test('among the columns of detail lines', () => {
    const column = { kind: 'column', lines: 'fld_l', index: 1, order: 1 } as const
    expect(dropTarget(column, BOX, { x: 280, y: 110 })).toEqual({ section: null, lines: 'fld_l', index: 2, over: 1 })
    expect(dropTarget({ ...column, isEnd: true }, BOX, { x: 280, y: 110 })).toEqual({ section: null, lines: 'fld_l', index: 1, over: 1 })
  })

  test('among the sections', () => {
    expect(dropTarget({ kind: 'frame', index: 1, order: 1 }, BOX, { x: 110, y: 155 })).toEqual({ section: null, index: 2 })
  })

  test('nowhere on the bare canvas', () => {
    expect(dropTarget({ kind: 'canvas', order: 0 }, BOX, { x: 1, y: 1 })).toBeNull()
  })
})

test('an index behind the place a thing is taken from moves up by one', () => {
  expect([indexAfterRemoval(1, 3), indexAfterRemoval(3, 1), indexAfterRemoval(null, 3)]).toEqual([2, 1, 3])
})
