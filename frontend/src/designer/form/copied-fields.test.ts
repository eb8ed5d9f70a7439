import { expect, test } from 'vitest'

import { clipOf, fieldsIn } from './copied-fields'

const FIELD = { id: 'fld_1', name: 'note', type: 'text', label: { en: 'Note' } } as const

test('copied fields are pasted as they were', () => {
  const clip = clipOf('sales', [FIELD])
  expect(clip && fieldsIn(clip)).toEqual([FIELD])
})

test('without fields nothing is copied', () => expect(clipOf('sales', [])).toBeNull())

test.each([
  ['of another kind', { kind: 'tile', app: 'sales', data: [FIELD] }],
  ['without fields', { kind: 'form_fields', app: 'sales', data: [1, { id: 2 }, null] }],
  ['without anything', { kind: 'form_fields', app: 'sales', data: null }],
])('a clip %s has no fields', (_, clip) => expect(fieldsIn(clip)).toEqual([]))
