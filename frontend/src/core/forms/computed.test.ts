import { describe, expect, test } from 'vitest'

import { behaviourOf, linkedReads, missingItems } from './behaviour'
import { needsServer, withFormulas } from './computed'
import { entryOf } from './entry'
import { writeCells } from './lines'
import { itemsOf, planForm } from './plan'
import { evaluator, ORDER, ORDER_RECORD, TREES } from '@/app/testing/order'
import { addableColumns, totalsOf } from './totals'

const ALL = { no: 'read', status: 'edit', customer: 'edit', total: 'read', note: 'edit', lines: 'edit' } as const
const plan = planForm({ entity: ORDER, form: undefined, access: ALL, trees: TREES })
const entry = entryOf(ORDER, ORDER_RECORD)
const here = { evaluator, linked: {} }

describe('formulas while typing', () => {
  test('a line is computed before the total that reads it', () => {
    const typed = { ...entry, lines: { lines: writeCells(entry.lines['lines'] ?? [], [{ at: 0, field: 'quantity', value: 4 }]) } }
    const computed = withFormulas(plan, typed, here)
    expect(computed.lines['lines']?.[0]?.values['amount']).toBe('20.00')
    expect(computed.values['total']).toBe('40.00')
  })

  test('a line whose values stay the same stays the same object', () => {
    const computed = withFormulas(plan, entry, here)
    expect(computed.lines['lines']?.[1]).toBe(entry.lines['lines']?.[1])
  })

  test('without an evaluator the server is needed and its values stand', () => {
    expect(withFormulas(plan, entry, { evaluator: undefined, linked: {} })).toBe(entry)
    expect(needsServer(plan, undefined)).toBe(true)
  })
})

describe('items of a form', () => {
  const form = {
    schema: 'tongdao/form/1',
    id: 'frm_order',
    name: 'order',
    label: { en: 'Order' },
    entity: 'ent_order',
    columns: 2,
    layout: [
      { id: 'sec_1', items: [{ field: 'fld_no' }, { field: 'fld_customer', lock: 'status = "sent"' }, { field: 'fld_status' }] },
      { id: 'sec_2', show: 'total > 100', items: [{ field: 'fld_note', span: 9, require: 'customer.level = "gold"' }] },
    ],
  } as const
  const formPlan = planForm({ entity: ORDER, form, access: { ...ALL, status: 'hidden' }, trees: TREES })

  test('a hidden field has no item, and no item is wider than the form', () => {
    expect(itemsOf(formPlan).map(({ field, span }) => [field.name, span])).toEqual([['no', 1], ['customer', 1], ['note', 2]])
  })

  test('are locked and shown by the values entered', () => {
    const sent = { ...entry, values: { ...entry.values, status: 'sent', total: '101.00' } }
    expect(behaviourOf(formPlan, entry, here)).toMatchObject({ sections: { sec_2: false }, items: { fld_customer: { isLocked: false } } })
    expect(behaviourOf(formPlan, sent, here)).toMatchObject({ sections: { sec_2: true }, items: { fld_customer: { isLocked: true } } })
  })

  test('computed fields are locked and never required', () => {
    expect(behaviourOf(formPlan, entry, here).items['fld_no']).toEqual({ isShown: true, isRequired: false, isLocked: true })
  })

  test('a condition over a linked record holds once that record is known', () => {
    const linked = { customer: { level: { kind: 'choice', value: 'gold' } } } as const
    expect(linkedReads(formPlan)).toEqual({ customer: ['level'] })
    expect(behaviourOf(formPlan, entry, here).items['fld_note']?.isRequired).toBe(false)
    expect(behaviourOf(formPlan, entry, { evaluator, linked }).items['fld_note']?.isRequired).toBe(true)
  })

  test('required and blank is missing, unless it is not shown', () => {
    const linked = { customer: { level: { kind: 'choice', value: 'gold' } } } as const
    const large = { ...entry, values: { ...entry.values, customer: null, total: '101.00' } }
    const missing = (of: typeof entry) => missingItems(formPlan, of, behaviourOf(formPlan, of, { evaluator, linked })).map(({ field }) => field.name)
    expect(missing(large)).toEqual(['customer', 'note'])
    expect(missing(entry)).toEqual([])
  })
})

describe('totals', () => {
  test('quantities and amounts are added exactly, texts and unit prices not at all', () => {
    const columns = ORDER.fields.flatMap((field) => (field.type === 'lines' ? field.options.fields : []))
    const trees = { 'quantity * price': { operator: '*', operands: [{ name: ['quantity'] }, { name: ['price'] }] } }
    const addable = addableColumns(columns, trees)
    expect(addable.map(({ name }) => name)).toEqual(['quantity', 'amount'])
    expect(totalsOf(addable, entry.lines['lines'] ?? [])).toEqual({ quantity: '3', amount: '30' })
  })
})
