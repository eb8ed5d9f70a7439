import { expect, test } from 'vitest'

import { moveByStep, moveIn, moveTo, putInto, type Move } from './move'
import { inPlaces, overlap, type Placed } from './places'

const thing = (id: string, x: number, y: number, w = 8, h = 4): Placed => ({ id, x, y, w, h })
const COLUMN = [thing('a', 0, 0), thing('b', 0, 4), thing('c', 0, 8)]
const [FIRST, SECOND, LAST] = COLUMN as [Placed, Placed, Placed]

const after = (placed: readonly Placed[], move: Move | null) => (move === null ? placed : inPlaces(placed, { ...move.others, [move.id]: move.place }))
const rows = (placed: readonly Placed[]) => Object.fromEntries(placed.map(({ id, y }) => [id, y]))

test('what a thing is put onto goes below it, one after the other, and gaps close', () => {
  expect(moveTo(COLUMN, 'c', { ...LAST, y: 0 })).toEqual({ id: 'c', place: { x: 0, y: 0, w: 8, h: 4 }, others: { a: { x: 0, y: 4, w: 8, h: 4 }, b: { x: 0, y: 8, w: 8, h: 4 } } })
  expect(moveTo(COLUMN, 'a', { ...FIRST, x: 8 })).toMatchObject({ place: { x: 8, y: 0 }, others: { b: { y: 0 }, c: { y: 4 } } })
})

test('a step up or down goes past the neighbour', () => {
  expect(rows(after(COLUMN, moveByStep(COLUMN, FIRST, 'ArrowDown', false)))).toEqual({ b: 0, a: 4, c: 8 })
  expect(rows(after(COLUMN, moveByStep(COLUMN, SECOND, 'ArrowUp', false)))).toEqual({ b: 0, a: 4, c: 8 })
})

test('a step with Shift makes room for what grows', () => {
  expect(moveByStep(COLUMN, FIRST, 'ArrowDown', true)).toMatchObject({ place: { h: 5 }, others: { b: { y: 5 }, c: { y: 9 } } })
  expect(moveByStep(COLUMN, FIRST, 'ArrowRight', true)).toEqual({ id: 'a', place: { x: 0, y: 0, w: 9, h: 4 }, others: {} })
})

test.each([
  [FIRST, 'ArrowUp', false],
  [FIRST, 'ArrowLeft', false],
  [LAST, 'ArrowDown', false],
  [thing('d', 0, 12, 1, 1), 'ArrowLeft', true],
] as const)('at the edge nothing moves: %j %s', (each, key, isResizing) => {
  expect(moveByStep([...COLUMN.filter(({ id }) => id !== each.id), each], each, key, isResizing)).toBeNull()
})

test('whatever is done, nothing lies on anything else', () => {
  let placed: readonly Placed[] = [...COLUMN, thing('d', 8, 0, 16, 5), thing('e', 8, 5, 4, 3)]
  const keys = ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowRight']
  for (const [turn, key] of [...keys, ...keys, ...keys].entries()) {
    const each = placed[turn % placed.length] as Placed
    placed = after(placed, moveByStep(placed, each, key, turn % 3 === 0))
    expect(placed.flatMap((one) => placed.filter((other) => one !== other && overlap(one, other)))).toEqual([])
  }
})

test('what is put down pushes away what lies there, and falls to where it holds', () => {
  expect(putInto(COLUMN, { x: 0, y: 0, w: 8, h: 4 })).toMatchObject({ place: { x: 0, y: 0, w: 8, h: 4 }, others: { a: { x: 0, y: 4, w: 8, h: 4 }, b: { x: 0, y: 8, w: 8, h: 4 }, c: { x: 0, y: 12, w: 8, h: 4 } } })
  expect(putInto(COLUMN, { x: 8, y: 9, w: 8, h: 4 })).toMatchObject({ place: { x: 8, y: 0 }, others: {} })
  expect(putInto([], { x: 20, y: 0, w: 8, h: 4 })).toEqual({ place: { x: 16, y: 0, w: 8, h: 4 }, others: {} })
})

test('a layout that changes nothing is no move, and the place of what was moved is always told', () => {
  const layout = COLUMN.map(({ id, x, y, w, h }) => ({ i: id, x, y, w, h }))

  expect(moveIn(COLUMN, 'a', layout)).toBeNull()
  expect(moveIn(COLUMN, 'a', [{ i: 'b', x: 9, y: 0, w: 8, h: 4 }, { i: 'new', x: 0, y: 0, w: 1, h: 1 }])).toEqual({ id: 'a', place: { x: 0, y: 0, w: 8, h: 4 }, others: { b: { x: 9, y: 0, w: 8, h: 4 } } })
})
