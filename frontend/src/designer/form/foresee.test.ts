import { describe, expect, test } from 'vitest'

import type { Entity, Form } from '@/generated/metadata'

import { foresee } from './foresee'

const FORM: Form = {
  schema: 'tongdao/form/1',
  id: 'frm_1',
  name: 'order',
  label: { en: 'Order' },
  entity: 'ent_1',
  layout: [
    { id: 'sec_a', items: [{ field: 'a' }, { field: 'b', span: 2 }, { field: 'c' }] },
    { id: 'sec_b', items: [{ field: 'd' }] },
  ],
}
const ENTITY: Entity = {
  schema: 'tongdao/entity/1',
  id: 'ent_1',
  name: 'order',
  label: { en: 'Order' },
  fields: [
    { id: 'a', name: 'a', type: 'text', label: { en: 'A' } },
    { id: 'l', name: 'l', type: 'lines', label: { en: 'L' }, options: { fields: ['x', 'y', 'z'].map((id) => ({ id, name: id, type: 'text', label: { en: id } })) } },
  ],
}
const DOCUMENTS = { 'forms/order.json': FORM, 'entities/order.json': ENTITY }
const after = (kind: string, params: object) => foresee(DOCUMENTS, kind, { form: 'frm_1', entity: 'ent_1', ...params })
const form = (kind: string, params: object) => after(kind, params)['forms/order.json'] as Form
const entity = (kind: string, params: object) => after(kind, params)['entities/order.json'] as Entity
const placed = ({ layout }: Form) => layout.map(({ items }) => items.map(({ field }) => field).join(''))

describe('what an edit of a form will make of it is seen at once', () => {
  test.each([
    ['move_form_item', { field: 'a', section: 'sec_b', index: 0 }, ['bc', 'ad']],
    ['move_form_item', { field: 'a', section: 'sec_a', index: 2 }, ['bca', 'd']],
    ['move_form_items', { fields: ['c', 'a'], section: 'sec_b', index: 1 }, ['b', 'dac']],
    ['remove_form_items', { fields: ['b', 'd'] }, ['ac', '']],
    ['add_form_item', { field: 'e', section: 'sec_b', index: 0 }, ['abc', 'ed']],
    ['move_section', { section: 'sec_b', index: 0 }, ['d', 'abc']],
    ['remove_section', { section: 'sec_a' }, ['d']],
    ['move_form_item', { field: 'a', section: 'sec_none', index: 0 }, ['abc', 'd']],
  ])('%s %o', (kind, params, layout) => expect(placed(form(kind, params))).toEqual(layout))

  test('widths, conditions and headings', () => {
    expect(form('set_form_items', { fields: ['a', 'b'], property: 'span', value: null }).layout[0]?.items.slice(0, 2)).toEqual([{ field: 'a' }, { field: 'b' }])
    expect(form('set_section', { section: 'sec_b', property: 'label', value: { en: 'More' } }).layout[1]?.label).toEqual({ en: 'More' })
    expect(form('set_form_property', { property: 'arrangement', value: 'steps' }).arrangement).toBe('steps')
  })

  test('what stays the same is the same object', () => {
    expect(form('set_form_item', { field: 'd', property: 'span', value: 2 }).layout[0]).toBe(FORM.layout[0])
  })
})

test('labels, options and the order of columns', () => {
  expect(entity('set_field_property', { field: 'y', property: 'label', value: { en: 'Why' } }).fields[1]).toMatchObject({ options: { fields: [{ id: 'x' }, { label: { en: 'Why' } }, { id: 'z' }] } })
  expect(entity('set_field_property', { field: 'a', property: 'options', option: 'max_length', value: 5 }).fields[0]).toMatchObject({ options: { max_length: 5 } })
  expect(entity('move_field', { field: 'x', index: 2 }).fields[1]).toMatchObject({ options: { fields: [{ id: 'y' }, { id: 'z' }, { id: 'x' }] } })
})

test('what only the server can do is waited for', () => {
  expect(after('add_field', { type: 'text' })).toBe(DOCUMENTS)
  expect(foresee(DOCUMENTS, 'move_section', { form: 'frm_none', section: 'sec_a', index: 0 })).toBe(DOCUMENTS)
})
