import { describe, expect, test } from 'vitest'

import type { Form } from '@/generated/metadata'

import { chooseAnother, neighbour, type Chosen } from './selection'

const FORM: Form = {
  schema: 'tongdao/form/1',
  id: 'frm_1',
  name: 'order',
  label: { en: 'Order' },
  entity: 'ent_1',
  layout: [
    { id: 'sec_a', items: [{ field: 'a' }, { field: 'b' }, { field: 'c' }] },
    { id: 'sec_b', items: [{ field: 'd' }] },
  ],
}
const one = (id: string): Chosen => ({ kind: 'field', id })
const several = (...ids: string[]): Chosen => ({ kind: 'fields', ids })

describe('choosing', () => {
  test.each([
    ['one alone', several('a', 'b'), 'd', 'alone', one('d')],
    ['one more', one('a'), 'c', 'also', several('a', 'c')],
    ['one less', several('a', 'c'), 'a', 'also', one('c')],
    ['none any more', one('a'), 'a', 'also', null],
    ['a range over sections', one('b'), 'd', 'up-to', several('b', 'c', 'd')],
    ['a range backwards', one('c'), 'a', 'up-to', several('c', 'a', 'b')],
    ['a range from nothing', null, 'b', 'up-to', one('b')],
  ] as const)('%s', (_, before, field, choosing, after) => {
    expect(chooseAnother(FORM, before, field, choosing)).toEqual(after)
  })
})

describe('an arrow leads', () => {
  test.each([
    ['on', one('a'), 1, 'b'],
    ['over the end of a section', one('c'), 1, 'd'],
    ['no further than the last', one('d'), 1, 'd'],
    ['to the first where nothing is chosen', null, 1, 'a'],
    ['on from the far end of a range', several('b', 'c'), 1, 'd'],
    ['back into a range', several('b', 'c', 'd'), -1, 'c'],
  ] as const)('%s', (_, chosen, by, field) => expect(neighbour(FORM, chosen, by)).toBe(field))
})
