/** Brings the place of an issue into view and puts the cursor there. */
import { itemsOf, type FormPlan } from '@/core/forms/plan'
import { pointerSteps, type Issue } from '@/core/issues/issue'

import { inputId } from './input-id'

const FOCUSABLE = 'input, textarea, button, [tabindex="0"]'

export function focusIssue({ pointer }: Issue, plan: FormPlan): void {
  const [name] = pointerSteps(pointer)
  const item = itemsOf(plan).find(({ field }) => field.name === name)
  const place = item && document.getElementById(inputId(item.field.id))
  if (!place) return
  place.scrollIntoView({ block: 'center', behavior: 'smooth' })
  const control = place.matches(FOCUSABLE) ? place : place.querySelector<HTMLElement>(FOCUSABLE)
  control?.focus({ preventScroll: true })
}
