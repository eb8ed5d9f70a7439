import { expect, test } from 'vitest'

import { afterMoves } from './kanban'

const stored = (id: string) => ({ id, version: 1, created_at: '', created_by: null, modified_at: '', modified_by: null })

test('a card on its way is where it goes, and no longer where it was', () => {
  const moves = [{ record: stored('b'), to: 'lane:done' }]

  expect(afterMoves([stored('a'), stored('b')], moves, 'lane:open').map(({ id }) => id)).toEqual(['a'])
  expect(afterMoves([stored('c')], moves, 'lane:done').map(({ id }) => id)).toEqual(['b', 'c'])
  expect(afterMoves([stored('b'), stored('c')], moves, 'lane:done').map(({ id }) => id)).toEqual(['b', 'c'])
})
