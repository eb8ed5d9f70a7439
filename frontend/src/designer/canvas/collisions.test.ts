import { describe, expect, test } from 'vitest'

import { placeAt, placesInOrder, type PlacedBox } from './collisions'

const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height })
const BOXES: readonly PlacedBox[] = [
  { id: 'canvas', place: { kind: 'canvas', order: 0 }, box: box(0, 0, 1000, 1000) },
  { id: 'frame', place: { kind: 'frame', index: 0, order: 0 }, box: box(100, 100, 600, 300) },
  { id: 'one', place: { kind: 'item', section: 's', index: 0, order: 0, isWide: false }, box: box(110, 110, 200, 60) },
  { id: 'two', place: { kind: 'item', section: 's', index: 1, order: 1, isWide: false }, box: box(330, 110, 200, 60) },
  { id: 'lines', place: { kind: 'item', section: 's', index: 2, order: 2, isWide: true }, box: box(110, 180, 560, 100) },
  { id: 'column', place: { kind: 'column', lines: 'l', index: 0, order: 0 }, box: box(120, 200, 100, 30) },
  { id: 'end', place: { kind: 'end', section: 's', index: 3, order: 9 }, box: box(110, 290, 560, 40) },
]
const FIELD = { kind: 'field', field: 'f' } as const
const at = (x: number, y: number, subject: Parameters<typeof placeAt>[1] = FIELD) => placeAt(BOXES, subject, { x, y })?.id

describe('something held over the canvas is over', () => {
  test('the field under the pointer', () => expect(at(340, 120)).toBe('two'))
  test('the nearest place, in a gap', () => expect(at(322, 130)).toBe('two'))
  test('the nearest place below everything', () => expect(at(300, 900)).toBe('end'))
  test('a wide thing along its whole width, on bare canvas', () => expect(at(690, 230)).toBe('lines'))
  test('nothing, beside the canvas', () => expect(at(1200, 300)).toBeUndefined())
  test('a column, where it may become one', () => expect(at(150, 210, { kind: 'type', type: 'text' })).toBe('column'))
  test('the lines, where it may not', () => expect(at(150, 210)).toBe('lines'))
  test('only columns, being one', () => expect(at(340, 120, { kind: 'column', lines: 'l', field: 'c' })).toBe('column'))
  test('a section, being one', () => expect(at(340, 120, { kind: 'section', section: 's' })).toBe('frame'))
})

test('with the keyboard the places are gone through in reading order', () => {
  expect(placesInOrder(BOXES, FIELD).map(({ id }) => id)).toEqual(['one', 'two', 'lines', 'end'])
})
