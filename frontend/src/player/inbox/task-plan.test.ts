import { expect, test } from 'vitest'

import { DEFINITION } from '@/app/testing/fields'
import { ORDER } from '@/app/testing/order'
import { itemsOf } from '@/core/forms/plan'

import { taskPlan, type Step } from './task-plan'

const STEP: Step = { fields: {}, state: 'pending', kind: 'approval' }

const accessIn = (step: Step) => Object.fromEntries(itemsOf(taskPlan(DEFINITION, ORDER, step)).map(({ field, access }) => [field.name, access]))

function columnsIn(step: Step) {
  const lines = taskPlan(DEFINITION, ORDER, step).entity.fields.find(({ type }) => type === 'lines')
  return lines?.type === 'lines' ? lines.options.fields : []
}

test('what a step does not name can be read as far as the roles go, and not changed', () => {
  expect(accessIn(STEP)).toEqual({ no: 'read', status: 'read', customer: 'read', total: 'read', note: 'read', lines: 'read' })
})

test('a step hides, opens and demands', () => {
  const step: Step = { ...STEP, fields: { total: 'hidden', note: 'required', status: 'edit' } }

  expect(accessIn(step)).toMatchObject({ note: 'edit', status: 'edit' })
  expect(accessIn(step)).not.toHaveProperty('total')
  expect(taskPlan(DEFINITION, ORDER, step).entity.fields.find(({ name }) => name === 'note')?.required).toBe(true)
})

test('a step opens a field that the roles do not', () => {
  const rights = { ...DEFINITION.rights['order'], fields: { no: 'read' as const } } as (typeof DEFINITION.rights)[string]
  const plan = taskPlan({ ...DEFINITION, rights: { order: rights } }, ORDER, { ...STEP, fields: { note: 'edit', status: 'read' } })

  expect(itemsOf(plan).map(({ field, access }) => [field.name, access])).toEqual([
    ['no', 'read'],
    ['status', 'read'],
    ['note', 'edit'],
  ])
})

test('columns of lines are hidden, shown or opened one by one', () => {
  const step: Step = { ...STEP, fields: { 'lines.price': 'edit', 'lines.item': 'hidden' } }

  expect(accessIn(step)['lines']).toBe('edit')
  expect(columnsIn(step).map(({ name, read_only: isLocked }) => [name, isLocked ?? false])).toEqual([
    ['quantity', true],
    ['price', false],
    ['amount', true],
  ])
})

test('who submits again changes what their roles let them', () => {
  expect(accessIn({ ...STEP, kind: 'resubmit' })).toEqual(DEFINITION.rights['order']?.fields)
})

test('once it is decided nothing can be entered any more', () => {
  expect(accessIn({ ...STEP, state: 'approved', fields: { note: 'edit' } })['note']).toBe('read')
})
