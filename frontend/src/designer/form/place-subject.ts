/** From a drop to the edit it means. */
import type { Form } from '@/generated/metadata'

import type { DragSubject, DropTarget } from '../canvas/drag-subject'
import { indexAfterRemoval } from '../canvas/drop-target'
import { placedItem } from '../drafting/draft'
import type { Params } from '../drafting/draft-context'

export interface EditCall {
  readonly kind: string
  readonly params: Params
}

/** The edit for a subject that needs nothing more to be known; null where nothing would change. */
export function editForDrop(form: Form, subject: DragSubject, target: DropTarget): EditCall | null {
  switch (subject.kind) {
    case 'type':
      return null
    case 'new-section':
      return { kind: 'add_section', params: { form: form.id, index: target.index } }
    case 'section':
      return moveSection(form, subject.section, target.index)
    case 'field':
      return placeField(form, subject.field, target)
  }
}

function moveSection(form: Form, section: string, to: number): EditCall | null {
  const from = form.layout.findIndex(({ id }) => id === section)
  const index = indexAfterRemoval(from, to)
  return index === from ? null : { kind: 'move_section', params: { form: form.id, section, index } }
}

function placeField(form: Form, field: string, { section, index: to }: DropTarget): EditCall | null {
  const placed = placedItem(form, field)
  if (placed === undefined) return { kind: 'add_form_item', params: { form: form.id, field, section, index: to } }
  const from = placed.section.id === section ? placed.index : null
  const index = indexAfterRemoval(from, to)
  return index === from ? null : { kind: 'move_form_item', params: { form: form.id, field, section, index } }
}

/** Where something added without pointing lands: after the chosen field, else at the end of the last section. */
export function usualTarget(form: Form, chosenField: string | undefined, isSection: boolean): DropTarget | null {
  if (isSection) return { section: null, index: form.layout.length }
  const placed = chosenField === undefined ? undefined : placedItem(form, chosenField)
  if (placed !== undefined) return { section: placed.section.id, index: placed.index + 1 }
  const last = form.layout.at(-1)
  return last === undefined ? null : { section: last.id, index: last.items.length }
}
