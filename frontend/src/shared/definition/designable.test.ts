import { expect, test } from 'vitest'

import { DEFINITION, ORDER, ORDER_FORM } from '@/app/testing/fixtures'
import type { Form } from '@/generated/metadata'

import { designableAt, designableFormAt, designableForms } from './designable'

const OTHER: Form = { ...ORDER_FORM, id: 'frm_other1', name: 'other', entity: 'ent_other1' }
const WITH_FORMS = { ...DEFINITION, forms: [ORDER_FORM, OTHER] }

test.each([
  ['nobody', [], []],
  ['the designer of the form', [ORDER_FORM.id], ['order']],
  ['the designer of its entity', [ORDER.id], ['order']],
  ['the designer of both forms', [ORDER_FORM.id, OTHER.id], ['order', 'other']],
])('%s may design the forms of their documents', (_, design, names) => {
  expect(designableForms({ ...WITH_FORMS, design }).map(({ name }) => name)).toEqual(names)
})

test('a list and a record lead to the form behind them', () => {
  const definition = { ...WITH_FORMS, design: [ORDER_FORM.id] }

  expect(designableFormAt(definition, { view: 'orders' })?.name).toBe('order')
  expect(designableFormAt(definition, { entity: 'sales_order' })?.name).toBe('order')
})

test('a page without a form of one’s own to design leads to none', () => {
  const definition = { ...WITH_FORMS, design: [OTHER.id] }

  expect(designableFormAt(definition, { view: 'orders' })).toBeUndefined()
  expect(designableFormAt(definition, {})).toBeUndefined()
})

test('a list and a page lead to their own designers where these are allowed', () => {
  const pages = [{ id: 'pag_desk01', name: 'desk', label: {} }]
  const definition = { ...WITH_FORMS, pages, design: ['viw_orders', 'pag_desk01'] }

  expect(designableAt(definition, { view: 'orders' })).toEqual({ kind: 'view', name: 'orders' })
  expect(designableAt(definition, { page: 'desk' })).toEqual({ kind: 'page', name: 'desk' })
  expect(designableAt({ ...definition, design: [] }, { view: 'orders', page: 'desk' })).toBeUndefined()
})
