/** Moving through the table by keyboard, as through a sheet: up, down and Enter stay in the column. */
import type { KeyboardEvent } from 'react'

/** Focuses the cell above or below; says whether there was a step to make. */
export function stepThroughRows(event: KeyboardEvent): boolean {
  const step = stepOf(event)
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
  const row = cell?.closest<HTMLElement>('[data-row]')
  if (step === 0 || !cell || !row) return false
  const table = row.closest('table')
  const next = Number(row.dataset['row']) + step
  const target = table?.querySelector<HTMLElement>(`[data-row="${next}"] [data-cell="${cell.dataset['cell']}"]`) ?? (step > 0 ? table?.querySelector<HTMLElement>('[data-quick]') : null)
  if (!target) return false
  event.preventDefault()
  target.focus()
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') target.select()
  return true
}

function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent, target }: KeyboardEvent): -1 | 0 | 1 {
  if (altKey || ctrlKey || metaKey || nativeEvent.isComposing) return 0
  if (key === 'ArrowDown') return 1
  if (key === 'ArrowUp') return -1
  const isText = target instanceof HTMLInputElement && target.type !== 'checkbox'
  if (key !== 'Enter' || !isText) return 0
  return shiftKey ? -1 : 1
}

/** Whether keys such as Delete belong to what is typed and not to the rows. */
export function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}
