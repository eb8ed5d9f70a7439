import { expect, test } from 'vitest'

import { chosenAfter } from './selection'

const ORDER = ['a', 'b', 'c', 'd']
const NOTHING = { shiftKey: false, ctrlKey: false, metaKey: false }

test('a press chooses one field, with Ctrl one more or one less, with Shift all in between', () => {
  expect(chosenAfter(ORDER, ['a', 'b'], 'c', NOTHING)).toEqual(['c'])
  expect(chosenAfter(ORDER, ['a'], 'c', { ...NOTHING, ctrlKey: true })).toEqual(['a', 'c'])
  expect(chosenAfter(ORDER, ['a', 'c'], 'a', { ...NOTHING, ctrlKey: true })).toEqual(['c'])
  expect(chosenAfter(ORDER, ['d'], 'b', { ...NOTHING, shiftKey: true })).toEqual(['b', 'c', 'd'])
})
