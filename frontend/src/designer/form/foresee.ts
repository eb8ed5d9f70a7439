/**
 * What an edit will make of the documents, as far as that can be told here: drawn at once, while the edit is on its way
 * to the server, which decides. Edits that only the server can carry out change nothing here.
 */
import type { Entity, Field, Form, FormItem, Section } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import type { Params } from '../drafting/draft-context'

type Documents = Draft['documents']

export function foresee(documents: Documents, kind: string, params: Params): Documents {
  const changeForm = FORM_EDITS[kind]
  if (changeForm !== undefined) return changed<Form>(documents, 'forms', params['form'], (form) => changeForm(form, params))
  const changeEntity = ENTITY_EDITS[kind]
  return changeEntity === undefined ? documents : changed<Entity>(documents, 'entities', params['entity'], (entity) => changeEntity(entity, params))
}

const FORM_EDITS: Readonly<Record<string, (form: Form, params: Params) => Form>> = {
  add_form_item: (form, { field, section, index }) => putIn(form, [{ field: String(field) }], section, index),
  move_form_item: (form, { field, section, index }) => moveItems(form, [field], section, index),
  move_form_items: (form, { fields, section, index }) => moveItems(form, listed(fields), section, index),
  remove_form_item: (form, { field }) => takeOut(form, [field]),
  remove_form_items: (form, { fields }) => takeOut(form, listed(fields)),
  set_form_item: (form, { field, property, value }) => setItems(form, [field], property, value),
  set_form_items: (form, { fields, property, value }) => setItems(form, listed(fields), property, value),
  set_form_property: (form, { property, value }) => assigned(form, property, value),
  set_section: (form, { section, property, value }) => ({ ...form, layout: form.layout.map((each) => (each.id === section ? assigned(each, property, value) : each)) }),
  remove_section: (form, { section }) => ({ ...form, layout: form.layout.filter(({ id }) => id !== section) }),
  move_section: (form, { section, index }) => ({ ...form, layout: moved(form.layout, section, index) }),
}

const ENTITY_EDITS: Readonly<Record<string, (entity: Entity, params: Params) => Entity>> = {
  set_field_property: (entity, params) => ({ ...entity, fields: setField(entity.fields, params) }),
  move_field: (entity, { field, index }) => ({ ...entity, fields: moveField(entity.fields, field, index) }),
}

function changed<D extends Form | Entity>(documents: Documents, folder: string, id: unknown, change: (document: D) => D): Documents {
  const found = Object.entries(documents).find(([file, document]) => file.startsWith(`${folder}/`) && document.id === id)
  return found === undefined ? documents : { ...documents, [found[0]]: change(found[1] as D) }
}

function listed(fields: unknown): readonly unknown[] {
  return Array.isArray(fields) ? fields : []
}

function assigned<T extends object>(thing: T, property: unknown, value: unknown): T {
  const rest = Object.fromEntries(Object.entries(thing).filter(([key]) => key !== property))
  return (value === null || value === undefined ? rest : { ...rest, [String(property)]: value }) as T
}

function takeOut(form: Form, fields: readonly unknown[]): Form {
  return { ...form, layout: form.layout.map((section) => withItems(section, section.items.filter(({ field }) => !fields.includes(field)))) }
}

/** A section whose items stay the same stays the same object, so that it is not drawn anew. */
function withItems(section: Section, items: readonly FormItem[]): Section {
  const isSame = items.length === section.items.length && items.every((item, at) => item === section.items[at])
  return isSame ? section : { ...section, items }
}

function putIn(form: Form, items: readonly FormItem[], section: unknown, index: unknown): Form {
  const layout = form.layout.map((each) => (each.id === section ? withItems(each, each.items.toSpliced(typeof index === 'number' ? index : each.items.length, 0, ...items)) : each))
  return { ...form, layout }
}

function moveItems(form: Form, fields: readonly unknown[], section: unknown, index: unknown): Form {
  const items = form.layout.flatMap((each) => each.items.filter(({ field }) => fields.includes(field)))
  return form.layout.some(({ id }) => id === section) ? putIn(takeOut(form, fields), items, section, index) : form
}

function setItems(form: Form, fields: readonly unknown[], property: unknown, value: unknown): Form {
  const set = (item: FormItem) => (fields.includes(item.field) ? assigned(item, property, value) : item)
  return { ...form, layout: form.layout.map((section) => withItems(section, section.items.map(set))) }
}

function moved<T extends { readonly id: string }>(things: readonly T[], id: unknown, index: unknown): readonly T[] {
  const thing = things.find((each) => each.id === id)
  const rest = things.filter((each) => each !== thing)
  return thing === undefined ? things : rest.toSpliced(typeof index === 'number' ? index : rest.length, 0, thing)
}

function setField(fields: readonly Field[], params: Params): readonly Field[] {
  const { field: id, property, option, value } = params
  return fields.map((field) => {
    if (field.id === id) return property === 'options' ? setOption(field, option, value) : assigned(field, property, value)
    return field.type === 'lines' ? withColumns(field, setField(field.options.fields, params)) : field
  })
}

function setOption(field: Field, option: unknown, value: unknown): Field {
  const options = 'options' in field ? (field.options ?? {}) : {}
  return (option === undefined ? field : { ...field, options: assigned(options, option, value) }) as Field
}

function moveField(fields: readonly Field[], id: unknown, index: unknown): readonly Field[] {
  if (fields.some((field) => field.id === id)) return moved(fields, id, index)
  return fields.map((field) => (field.type === 'lines' ? withColumns(field, moved(field.options.fields, id, index)) : field))
}

type Lines = Extract<Field, { type: 'lines' }>

function withColumns(field: Lines, columns: readonly Field[]): Lines {
  const isSame = columns.every((column, at) => column === field.options.fields[at])
  return isSame ? field : { ...field, options: { ...field.options, fields: columns } }
}
