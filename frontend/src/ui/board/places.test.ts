import { expect, test } from 'vitest'

import { freePlace, inReadingOrder, insideBoard } from './places'

test('the first room that is large enough is found, else the end', () => {
  const list = { x: 0, y: 0, w: 16, h: 10 }

  expect(freePlace([list], { w: 8, h: 8 })).toEqual({ x: 16, y: 0, w: 8, h: 8 })
  expect(freePlace([list, { x: 16, y: 0, w: 8, h: 4 }], { w: 8, h: 4 })).toEqual({ x: 16, y: 4, w: 8, h: 4 })
  expect(freePlace([list], { w: 12, h: 4 })).toEqual({ x: 0, y: 10, w: 12, h: 4 })
  expect(freePlace([], { w: 24, h: 3 })).toEqual({ x: 0, y: 0, w: 24, h: 3 })
})

test('what is moved over the edge stays at it', () => {
  expect(insideBoard({ x: 20, y: -3, w: 8, h: 99 })).toEqual({ x: 16, y: 0, w: 8, h: 60 })
})

test('a board is read row by row', () => {
  const placed = [{ x: 12, y: 0, w: 1, h: 1 }, { x: 0, y: 4, w: 1, h: 1 }, { x: 0, y: 0, w: 1, h: 1 }]
  expect(inReadingOrder(placed).map(({ x, y }) => [x, y])).toEqual([[0, 0], [12, 0], [0, 4]])
})
