/** Follows computed fields to the field whose values they show: a formula to its result, a look-up to its target. */
import type { Field } from '@/generated/metadata'

import type { FieldScope } from './scope'
import { specOf } from './spec-of'

/** A look-up of a look-up is as deep as anybody goes; a circle ends here too. */
const MOST_STEPS = 4

export function shownField(field: Field, scope: Pick<FieldScope, 'definition'>): Field {
  let shown = field
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = specOf(shown).standsFor?.(shown, scope)
    if (next === undefined) return shown
    shown = { ...next, id: field.id, name: field.name, label: field.label }
  }
  return shown
}
