import { expect, test } from 'vitest'

import { DEFINITION, ORDER, ORDER_FORM } from '@/app/testing/fixtures'

import { taskDefinition } from './task-definition'

const RIGHTS = { read: true, create: false, update: true, delete: false, export: false, import: false, fields: { no: 'read' } } as const

test('what a task opens is added to a definition that lacks it, once', () => {
  const bare = { ...DEFINITION, entities: [], forms: [], rights: {} }
  const documents = { entity: ORDER, forms: [ORDER_FORM], options: [], rights: RIGHTS, trees: { 'total > 1': {} } }

  const twice = taskDefinition(taskDefinition(bare, documents), documents)

  expect(twice.entities).toEqual([ORDER])
  expect(twice.forms).toEqual([ORDER_FORM])
  expect(twice.rights).toEqual({ [ORDER.name]: RIGHTS })
  expect(twice.trees['total > 1']).toEqual({})
})

test('a task that opens nothing leaves the definition as it is', () => {
  expect(taskDefinition(DEFINITION, null)).toBe(DEFINITION)
})
