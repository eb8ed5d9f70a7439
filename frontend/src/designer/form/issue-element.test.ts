import { expect, test } from 'vitest'

import type { Entity, Form } from '@/generated/metadata'

import type { DesignIssue } from '../drafting/draft'
import { elementOf } from './issue-element'

const LINES = { id: 'fld_2', name: 'lines', type: 'lines', label: {}, options: { fields: [{ id: 'fld_3', name: 'item', type: 'text', label: {} }] } } as const
const ENTITY: Entity = { schema: 'tongdao/entity/1', id: 'ent_1', name: 'order', label: {}, fields: [{ id: 'fld_1', name: 'no', type: 'text', label: {} }, LINES] }
const FORM: Form = { schema: 'tongdao/form/1', id: 'frm_1', name: 'entry', label: {}, entity: 'ent_1', layout: [{ id: 'sec_1', items: [{ field: 'fld_1' }] }] }

const at = (file: string, ...place: (string | number)[]): DesignIssue => ({ code: 'x', file, place, pointer: '', severity: 'error', words: {} })

test.each([
  ['a field of the form', at('forms/entry.json', 'layout', 0, 'items', 0, 'show'), { kind: 'field', id: 'fld_1' }],
  ['a section', at('forms/entry.json', 'layout', 0, 'label'), { kind: 'section', id: 'sec_1' }],
  ['a field of the entity', at('entities/order.json', 'fields', 0, 'default'), { kind: 'field', id: 'fld_1' }],
  ['a column of its lines', at('entities/order.json', 'fields', 1, 'options', 'fields', 0), { kind: 'field', id: 'fld_3' }],
  ['nothing here', at('roles/sales.json', 'entities', 0), null],
])('a finding leads to %s', (_, issue, element) => {
  expect(elementOf(issue, FORM, ENTITY)).toEqual(element)
})
