/** What is done with the chosen fields: taken off, moved, widened, copied, pasted, doubled. */
import type { Entity, Field, Form } from '@/generated/metadata'

import { placedItem, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useClipboard } from '../frame/use-clipboard'
import { linesAround } from '../inspector/field-place'
import { clipOf, fieldsIn, fieldsWithIds } from './copied-fields'
import { moveBy, usualTarget } from './place-subject'
import { asChosen, chosenFields, readingOrder, type Chosen } from './selection'

interface FieldActionsOf {
  readonly form: Form
  readonly entity: Entity
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
}

export function useFieldActions({ form, entity, chosen, choose }: FieldActionsOf) {
  const { draft, edit } = useDrafting()
  const ids = chosenFields(chosen)
  const [first] = ids
  const order = readingOrder(form)
  const placed = ids.filter((id) => order.includes(id))

  const remove = () => {
    if (chosen?.kind === 'section') void edit('remove_section', { form: form.id, section: chosen.id })
    else if (first !== undefined && linesAround(entity, first) !== undefined) void edit('remove_field', { entity: entity.id, field: first })
    else if (placed.length > 1) void edit('remove_form_items', { form: form.id, fields: placed })
    else if (placed[0] !== undefined) void edit('remove_form_item', { form: form.id, field: placed[0] })
    else return
    choose(null)
  }

  const move = (by: number) => {
    if (chosen?.kind === 'section') {
      const index = form.layout.findIndex(({ id }) => id === chosen.id) + by
      if (index >= 0 && index < form.layout.length) void edit('move_section', { form: form.id, section: chosen.id, index })
      return
    }
    const call = moveBy(form, placed.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)), by)
    if (call !== null) void edit(call.kind, call.params)
  }
  const widen = (by: number) => {
    const at = first === undefined ? undefined : placedItem(form, first)
    if (at === undefined) return
    const columns = at.section.columns ?? form.columns ?? 2
    const span = Math.min(Math.max((at.item.span ?? 1) + by, 1), columns)
    void edit('set_form_items', { form: form.id, fields: placed, property: 'span', value: span === 1 ? null : span })
  }
  const pasteFields = async (copied: readonly Field[]) => {
    const target = usualTarget(form, chosen?.kind === 'section' ? chosen.id : placed.at(-1), false)
    const after = await edit('paste_fields', { form: form.id, copied, ...(target !== null && { section: target.section, index: target.index }) })
    if (after !== null) choose(asChosen(newFields(form, after)))
  }
  useClipboard({
    copy: () => clipOf(draft.app, fieldsWithIds(entity, placed)),
    paste: (clip) => {
      const fields = fieldsIn(clip)
      if (fields.length > 0) void pasteFields(fields)
      return fields.length > 0
    },
    remove,
  })
  const duplicate = () => {
    const fields = fieldsWithIds(entity, placed)
    if (fields.length > 0) void pasteFields(fields)
  }
  return { remove, move, widen, duplicate }
}

/** What stands on the form now and did not before. */
function newFields(before: Form, { documents }: Draft): string[] {
  const after = documents[`forms/${before.name}.json`] as Form
  const known = new Set(readingOrder(before))
  return readingOrder(after).filter((id) => !known.has(id))
}
