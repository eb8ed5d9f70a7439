/** A form filled in step by step: which steps there are now, which are filled in, and how far one may go. */
import { missingItems, misplacedItems, type FormBehaviour } from './behaviour'
import type { Entry } from './entry'
import type { FormPlan, PlannedItem, PlannedSection } from './plan'

export interface Step {
  readonly section: PlannedSection
  /** Items that keep the step from being complete. */
  readonly open: readonly PlannedItem[]
  /** Every step before it is complete. */
  readonly isReachable: boolean
}

/** The sections that are shown and have anything on them, as steps. */
export function stepsOf(plan: FormPlan, entry: Entry, behaviour: FormBehaviour): Step[] {
  const open = new Set([...missingItems(plan, entry, behaviour), ...misplacedItems(plan, entry, behaviour)])
  const sections = plan.sections.filter(({ id, items }) => behaviour.sections[id] !== false && items.some(({ field }) => behaviour.items[field.id]?.isShown !== false))
  let isReachable = true
  return sections.map((section) => {
    const step = { section, open: section.items.filter((item) => open.has(item)), isReachable }
    isReachable &&= step.open.length === 0
    return step
  })
}
