import { describe, expect, test } from 'vitest'

import type { Entity, Form } from '@/generated/metadata'

import { editForDrop, moveBy, usualTarget } from './place-subject'

const FORM: Form = {
  schema: 'tongdao/form/1',
  id: 'frm_1',
  name: 'order',
  label: { en: 'Order' },
  entity: 'ent_1',
  layout: [
    { id: 'sec_a', items: [{ field: 'fld_1' }, { field: 'fld_2' }, { field: 'fld_3' }] },
    { id: 'sec_b', items: [] },
  ],
}
const ENTITY: Entity = {
  schema: 'tongdao/entity/1',
  id: 'ent_1',
  name: 'order',
  label: { en: 'Order' },
  fields: [{ id: 'fld_l', name: 'lines', type: 'lines', label: { en: 'Lines' }, options: { fields: ['x', 'y', 'z'].map((id) => ({ id, name: id, type: 'text', label: { en: id } })) } }],
}
const HERE = { form: FORM, entity: ENTITY, chosen: [] }
const field = (id: string) => ({ kind: 'field', field: id }) as const

describe('a drop becomes an edit', () => {
  test('that moves a field behind others of its section', () => {
    expect(editForDrop(HERE, field('fld_1'), { section: 'sec_a', index: 3 })).toEqual({
      kind: 'move_form_item',
      params: { form: 'frm_1', field: 'fld_1', section: 'sec_a', index: 2 },
    })
  })

  test('that moves a field to another section', () => {
    expect(editForDrop(HERE, field('fld_3'), { section: 'sec_b', index: 0 })?.params).toMatchObject({ section: 'sec_b', index: 0 })
  })

  test.each([1, 2])('unless it lands where it was (%i)', (index) => {
    expect(editForDrop(HERE, field('fld_2'), { section: 'sec_a', index })).toBeNull()
  })

  test('that places a field which was on no form', () => {
    expect(editForDrop(HERE, field('fld_9'), { section: 'sec_a', index: 1 })?.kind).toBe('add_form_item')
  })

  test('that moves or adds a section', () => {
    expect(editForDrop(HERE, { kind: 'section', section: 'sec_a' }, { section: null, index: 2 })?.params).toMatchObject({ index: 1 })
    expect(editForDrop(HERE, { kind: 'new-section' }, { section: null, index: 1 })?.kind).toBe('add_section')
  })

  test('that moves all chosen fields when one of them is dragged', () => {
    const several = { ...HERE, chosen: ['fld_1', 'fld_3'] }
    expect(editForDrop(several, field('fld_3'), { section: 'sec_a', index: 2 })).toEqual({
      kind: 'move_form_items',
      params: { form: 'frm_1', fields: ['fld_1', 'fld_3'], section: 'sec_a', index: 1 },
    })
    expect(editForDrop(several, field('fld_2'), { section: 'sec_b', index: 0 })?.kind).toBe('move_form_item')
  })

  test('that moves a column among the others', () => {
    const column = { kind: 'column', lines: 'fld_l', field: 'x' } as const
    expect(editForDrop(HERE, column, { section: null, lines: 'fld_l', index: 2 })?.params).toEqual({ entity: 'ent_1', field: 'x', index: 1 })
    expect(editForDrop(HERE, column, { section: null, lines: 'fld_l', index: 1 })).toBeNull()
  })

  test('only after more is known, for a new field', () => {
    expect(editForDrop(HERE, { kind: 'type', type: 'text' }, { section: 'sec_a', index: 0 })).toBeNull()
  })
})

describe('something added without pointing lands', () => {
  test('after the chosen field', () => expect(usualTarget(FORM, 'fld_1', false)).toEqual({ section: 'sec_a', index: 1 }))
  test('else at the end of the last section', () => expect(usualTarget(FORM, undefined, false)).toEqual({ section: 'sec_b', index: 0 }))
  test('behind all sections, as a section', () => expect(usualTarget(FORM, 'fld_1', true)).toEqual({ section: null, index: 2 }))
  test('nowhere on a form without sections', () => expect(usualTarget({ ...FORM, layout: [] }, undefined, false)).toBeNull())
})

describe('a key moves fields', () => {
  test.each([
    ['on among the others', ['fld_1'], 1, { section: 'sec_a', index: 1 }],
    ['together', ['fld_2', 'fld_3'], -1, { section: 'sec_a', index: 0 }],
    ['over the end of their section', ['fld_3'], 1, { section: 'sec_b', index: 0 }],
  ])('%s', (_, fields, by, place) => expect(moveBy(FORM, fields, by)?.params).toMatchObject(place))
  test('no further than the form goes', () => expect(moveBy(FORM, ['fld_1'], -1)).toBeNull())
})
