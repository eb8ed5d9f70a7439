import { describe, expect, test } from 'vitest'

import type { Form } from '@/generated/metadata'

import { editForDrop, usualTarget } from './place-subject'

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
const field = (id: string) => ({ kind: 'field', field: id }) as const

describe('a drop becomes an edit', () => {
  test('that moves a field behind others of its section', () => {
    expect(editForDrop(FORM, field('fld_1'), { section: 'sec_a', index: 3 })).toEqual({
      kind: 'move_form_item',
      params: { form: 'frm_1', field: 'fld_1', section: 'sec_a', index: 2 },
    })
  })

  test('that moves a field to another section', () => {
    expect(editForDrop(FORM, field('fld_3'), { section: 'sec_b', index: 0 })?.params).toMatchObject({ section: 'sec_b', index: 0 })
  })

  test.each([1, 2])('unless it lands where it was (%i)', (index) => {
    expect(editForDrop(FORM, field('fld_2'), { section: 'sec_a', index })).toBeNull()
  })

  test('that places a field which was on no form', () => {
    expect(editForDrop(FORM, field('fld_9'), { section: 'sec_a', index: 1 })?.kind).toBe('add_form_item')
  })

  test('that moves or adds a section', () => {
    expect(editForDrop(FORM, { kind: 'section', section: 'sec_a' }, { section: null, index: 2 })?.params).toMatchObject({ index: 1 })
    expect(editForDrop(FORM, { kind: 'new-section' }, { section: null, index: 1 })?.kind).toBe('add_section')
  })

  test('only after more is known, for a new field', () => {
    expect(editForDrop(FORM, { kind: 'type', type: 'text' }, { section: 'sec_a', index: 0 })).toBeNull()
  })
})

describe('something added without pointing lands', () => {
  test('after the chosen field', () => expect(usualTarget(FORM, 'fld_1', false)).toEqual({ section: 'sec_a', index: 1 }))
  test('else at the end of the last section', () => expect(usualTarget(FORM, undefined, false)).toEqual({ section: 'sec_b', index: 0 }))
  test('behind all sections, as a section', () => expect(usualTarget(FORM, 'fld_1', true)).toEqual({ section: null, index: 2 }))
  test('nowhere on a form without sections', () => expect(usualTarget({ ...FORM, layout: [] }, undefined, false)).toBeNull())
})
