/** Arrow keys walk over the cells of a table; each cell says its place as `data-cell="row:column"`. */
import { useCallback, type KeyboardEvent, type RefObject } from 'react'

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export function useCellSteps(table: RefObject<HTMLTableElement | null>) {
  return useCallback(
    (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      const from = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined
      if (step === undefined || from === undefined) return
      const [row = 0, column = 0] = from.split(':').map(Number)
      const next = table.current?.querySelector<HTMLElement>(`[data-cell="${row + step[0]}:${column + step[1]}"]`)
      if (next === null || next === undefined) return
      event.preventDefault()
      next.focus()
    },
    [table],
  )
}
