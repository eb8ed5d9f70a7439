/** The parts of a form that stand on it now, for whichever way they are arranged. */
import type { FormBehaviour } from '@/core/forms/behaviour'
import { candidateFilter } from '@/core/forms/candidates'
import type { Entry } from '@/core/forms/entry'
import type { FormPlan, PlannedItem, PlannedSection } from '@/core/forms/plan'

/** Sections that are shown and have something on them. */
export function shownSections(plan: FormPlan, behaviour: FormBehaviour): PlannedSection[] {
  return plan.sections.filter(({ id, items }) => behaviour.sections[id] !== false && items.some(({ field }) => behaviour.items[field.id]?.isShown !== false))
}

/** Which records a link may lead to, for what is entered so far. */
export function candidatesOf(plan: FormPlan, { candidates }: PlannedItem, { values }: Entry): string | undefined {
  if (candidates === undefined) return undefined
  const typeOf = (name: string) => plan.entity.fields.find((field) => field.name === name)?.type
  return candidateFilter(plan.trees[candidates], (name) => values[name], typeOf)
}

/** How many places of a section are at fault. */
export function faultsIn({ items }: PlannedSection, faults: { readonly fields: Readonly<Record<string, unknown>>; readonly cells: Readonly<Record<string, unknown>> }): number {
  return items.filter(({ field }) => field.name in faults.fields || field.name in faults.cells).length
}
