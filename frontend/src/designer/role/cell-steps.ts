/** Arrow keys walk over the cells of a table; each cell says its place as `data-cell="row:column"`. */
import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Goes from the cell an arrow key was pressed in to the one beside it. */
export function stepOverCells(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const from = event.currentTarget.dataset['cell']
  if (step === undefined || from === undefined) return
  const [row = 0, column = 0] = from.split(':').map(Number)
  const next = event.currentTarget.closest('table')?.querySelector<HTMLElement>(`[data-cell="${row + step[0]}:${column + step[1]}"]`)
  if (next === null || next === undefined) return
  event.preventDefault()
  next.focus()
}
