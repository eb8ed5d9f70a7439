/** Brings the place of an issue into view and puts the cursor there. */
import { itemsOf, type FormPlan } from '@/core/forms/plan'
import { pointerSteps, type Issue } from '@/core/issues/issue'

import { inputId } from './input-id'
import { reveal } from './use-revealed'

const FOCUSABLE = 'input, textarea, button, [tabindex="0"]'

export function focusIssue({ pointer }: Issue, plan: FormPlan): void {
  const [name, position, column] = pointerSteps(pointer)
  const item = itemsOf(plan).find(({ field }) => field.name === name)
  const place = item && document.getElementById(inputId(item.field.id))
  if (!place) return
  const isRevealed = reveal(place)
  const cell = position === undefined ? null : cellAt(place, Number(position), column)
  const control = cell ?? (place.matches(FOCUSABLE) ? place : place.querySelector<HTMLElement>(FOCUSABLE))
  const target = control ?? place
  const show = () => {
    target.scrollIntoView({ block: 'center', behavior: 'smooth' })
    control?.focus({ preventScroll: true })
  }
  if (isRevealed) setTimeout(show)
  else show()
}

/** A cell of detail lines; the head of the sheet is row one. */
function cellAt(place: HTMLElement, line: number, column: string | undefined): HTMLElement | null {
  const cell = column === undefined ? '[role="gridcell"]' : `[data-field="${CSS.escape(column)}"]`
  return place.querySelector<HTMLElement>(`[aria-rowindex="${line + 2}"] ${cell}`)
}
