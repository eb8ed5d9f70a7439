/** From a drop to the edit it means. */
import type { Entity, Form } from '@/generated/metadata'

import type { DragSubject, DropTarget } from '../canvas/drag-subject'
import { indexAfterRemoval } from '../canvas/drop-target'
import { placedItem } from '../drafting/draft'
import type { Params } from '../drafting/draft-context'
import { columnsOf } from '../inspector/field-place'

export interface EditCall {
  readonly kind: string
  readonly params: Params
}

/** Where things are dropped: the form, its entity, and the fields that go along with a dragged one. */
export interface Dropping {
  readonly form: Form
  readonly entity: Entity
  readonly chosen: readonly string[]
}

/** The edit for a subject that needs nothing more to be known; null where nothing would change. */
export function editForDrop({ form, entity, chosen }: Dropping, subject: DragSubject, target: DropTarget): EditCall | null {
  switch (subject.kind) {
    case 'type':
    case 'entry':
      return null
    case 'new-section':
      return { kind: 'add_section', params: { form: form.id, index: target.index } }
    case 'section':
      return moveSection(form, subject.section, target.index)
    case 'column':
      return moveColumn(entity, subject.lines, subject.field, target.index)
    case 'field':
      return chosen.length > 1 && chosen.includes(subject.field) ? moveFields(form, chosen, target) : placeField(form, subject.field, target)
  }
}

function moveSection(form: Form, section: string, to: number): EditCall | null {
  const from = form.layout.findIndex(({ id }) => id === section)
  const index = indexAfterRemoval(from, to)
  return index === from ? null : { kind: 'move_section', params: { form: form.id, section, index } }
}

function moveColumn(entity: Entity, lines: string, field: string, to: number): EditCall | null {
  const owner = entity.fields.find(({ id }) => id === lines)
  const from = owner === undefined ? -1 : columnsOf(owner).findIndex(({ id }) => id === field)
  const index = indexAfterRemoval(from, to)
  return from < 0 || index === from ? null : { kind: 'move_field', params: { entity: entity.id, field, index } }
}

function placeField(form: Form, field: string, { section, index: to }: DropTarget): EditCall | null {
  const placed = placedItem(form, field)
  if (placed === undefined) return { kind: 'add_form_item', params: { form: form.id, field, section, index: to } }
  const from = placed.section.id === section ? placed.index : null
  const index = indexAfterRemoval(from, to)
  return index === from ? null : { kind: 'move_form_item', params: { form: form.id, field, section, index } }
}

/** Several go together; the place counts once they are taken out. */
export function moveFields(form: Form, fields: readonly string[], { section, index: to }: DropTarget): EditCall | null {
  const target = form.layout.find(({ id }) => id === section)
  if (target === undefined) return null
  const before = target.items.slice(0, to).filter(({ field }) => fields.includes(field)).length
  return { kind: 'move_form_items', params: { form: form.id, fields, section, index: to - before } }
}

/** One place earlier or later among all items of the form, over the ends of sections. */
export function moveBy(form: Form, fields: readonly string[], by: number): EditCall | null {
  const [first] = fields
  const placed = first === undefined ? undefined : placedItem(form, first)
  if (placed === undefined) return null
  const rest = placed.section.items.filter(({ field }) => !fields.includes(field))
  const at = placed.section.items.slice(0, placed.index).filter(({ field }) => !fields.includes(field)).length
  const to = at + by
  if (to >= 0 && to <= rest.length) return { kind: 'move_form_items', params: { form: form.id, fields, section: placed.section.id, index: to } }
  const next = form.layout[form.layout.indexOf(placed.section) + by]
  return next === undefined ? null : { kind: 'move_form_items', params: { form: form.id, fields, section: next.id, index: by > 0 ? 0 : next.items.length } }
}

/** Where something added without pointing lands: after the chosen field, else at the end of the chosen or last section. */
export function usualTarget(form: Form, chosen: string | undefined, isSection: boolean): DropTarget | null {
  if (isSection) return { section: null, index: form.layout.length }
  const placed = chosen === undefined ? undefined : placedItem(form, chosen)
  if (placed !== undefined) return { section: placed.section.id, index: placed.index + 1 }
  const last = form.layout.find(({ id }) => id === chosen) ?? form.layout.at(-1)
  return last === undefined ? null : { section: last.id, index: last.items.length }
}
