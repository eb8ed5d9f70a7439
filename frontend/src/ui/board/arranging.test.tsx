import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { renderAt } from '@/app/testing/render'

import { Arranging, type BoardActions } from './arranging'
import type { Move } from './move'

const PLACED = [
  { id: 'one', x: 0, y: 0, w: 8, h: 4 },
  { id: 'two', x: 0, y: 4, w: 8, h: 4 },
]

const nothing = () => undefined

function show(actions: Partial<BoardActions>) {
  return renderAt(
    <Arranging
      name="board"
      placed={PLACED}
      chosen={null}
      nameOf={({ id }) => id}
      render={({ id }) => id}
      empty="nothing"
      sizeOver={() => false}
      onChoose={nothing}
      onMove={nothing}
      onPutDown={nothing}
      onRemove={nothing}
      onCopy={nothing}
      {...actions}
    />,
  )
}

test('the next step starts where the last one led, also before that has been saved', async () => {
  const moves: Move[] = []
  const { user } = show({ onMove: (move) => new Promise(() => moves.push(move)) })

  screen.getByRole('button', { name: 'Choose “one”' }).focus()
  await user.keyboard('{ArrowDown}{ArrowRight}{Shift>}{ArrowRight}{/Shift}')

  expect(moves).toEqual([
    { id: 'one', place: { x: 0, y: 4, w: 8, h: 4 }, others: { two: { x: 0, y: 0, w: 8, h: 4 } } },
    { id: 'one', place: { x: 1, y: 4, w: 8, h: 4 }, others: {} },
    { id: 'one', place: { x: 1, y: 4, w: 9, h: 4 }, others: {} },
  ])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose “one”' }))
})

test('things are met row by row, and a move that was not kept is taken back', async () => {
  const { user } = show({ onMove: () => Promise.resolve(null) })

  screen.getByRole('button', { name: 'Choose “two”' }).focus()
  await user.keyboard('{ArrowUp}')

  expect(screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'))).toEqual(['Choose “one”', 'Choose “two”'])
})

test('keys of somebody else are left alone', async () => {
  const done: string[] = []
  const { user } = show({ onMove: () => done.push('moved'), onCopy: (id) => done.push(`copied ${id}`), onRemove: (id) => done.push(`removed ${id}`) })

  screen.getByRole('button', { name: 'Choose “two”' }).focus()
  await user.keyboard('{Control>}{ArrowUp}c{/Control}{Enter}x{Meta>}d{/Meta}{Backspace}')

  expect(done).toEqual(['copied two', 'removed two'])
})
