import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { CUSTOMER, DEFINITION, inScope, makeField } from '@/app/testing/fields'
import { renderAt } from '@/app/testing/render'
import type { Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'

import { FieldCell } from './field-cell'
import type { FieldScope } from './scope'
import { shownField } from './shown-field'

const LIST = { options: { list: 'opt_status' } }
const FILE = { id: 'f1', name: 'contract.pdf', size: 2048, type: 'application/pdf' }

const CASES: readonly [Field, Value, string][] = [
  [makeField('text'), 'pen', 'pen'],
  [makeField('long_text'), 'two\nlines', 'two lines'],
  [makeField('integer'), 12345, '12,345'],
  [makeField('decimal', { options: { scale: 3, unit: 'kg' } }), '1234.5', '1,234.500kg'],
  [makeField('money'), '-1200.5', '-¥1,200.50'],
  [makeField('money', { options: { currency: 'USD' } }), '3', '$3.00'],
  [makeField('percent'), '0.1250', '12.5%'],
  [makeField('switch'), true, 'yes'],
  [makeField('switch'), null, 'no'],
  [makeField('choice', LIST), 'sent', 'Sent'],
  [makeField('choice', LIST), 'gone', 'gone'],
  [makeField('multi_choice', LIST), ['sent', 'draft'], 'SentDraft'],
  [makeField('date'), '2026-11-23', '2026-11-23'],
  [makeField('datetime'), '2026-11-23T18:30:00Z', '2026-11-24 02:30'],
  [makeField('url'), 'https://www.example.com/', 'example.com'],
  [makeField('person'), { id: 'p1', title: '李娜' }, '娜李娜'],
  [makeField('link', { options: { entity: 'ent_customer' } }), { id: 'c1', title: 'Zhang' }, 'Zhang'],
  [makeField('sequence', { options: { format: '{0000}' } }), 'SO0001', 'SO0001'],
  [makeField('lines', { options: { fields: [] } }), [{ id: 'l1' }], '1 line'],
  [makeField('attachment'), [FILE], 'contract.pdf'],
  [makeField('formula', { options: { expression: 'a', result: 'money' } }), '7', '¥7.00'],
  [makeField('formula', { options: { expression: 'a', result: 'boolean' } }), true, 'yes'],
  [makeField('lookup', { options: { link: 'fld_customer', field: 'fld_clevel' } }), 'draft', 'Draft'],
  [makeField('rollup', { options: { entity: 'ent_order', link: 'fld_customer', field: 'fld_total', aggregate: 'sum' } }), '7', '¥7.00'],
  [makeField('rollup', { options: { entity: 'ent_order', link: 'fld_customer' } }), 3, '3'],
  [makeField('text'), null, ''],
]

test.each(CASES.map(([field, value, text]) => [field.type, value, text, field] as const))('%s %j reads %s', async (_, value, text, field) => {
  const { container } = renderAt(inScope(<FieldCell field={field} value={value} />))

  expect(container.querySelector('.app-root')?.textContent?.trim()).toBe(text)
  await expectAccessible(container)
})

test.each([
  [makeField('date'), '2026-11-23', 'Nov 23, 2026'],
  [makeField('datetime'), '2026-11-23T18:30:00Z', 'Nov 24, 2026, 2:30 AM'],
])('on a form a day is in words', (field, value, text) => {
  const { container } = renderAt(inScope(<FieldCell field={field} value={value} isFull />))

  expect(container.querySelector('.app-root')?.textContent?.trim()).toBe(text)
})

test('an address that is no web address is never a link', () => {
  const { queryByRole } = renderAt(inScope(<FieldCell field={makeField('url')} value="javascript:alert(1)" />))

  expect(queryByRole('link')).toBeNull()
})

test('a link leads to the record', () => {
  const field = makeField('link', { options: { entity: CUSTOMER.id } })
  const { getByRole } = renderAt(inScope(<FieldCell field={field} value={{ id: 'c1', title: 'Zhang' }} />))

  expect(getByRole('link').getAttribute('href')).toBe('/a/sales/e/customer/c1')
})

test('a circle of look-ups ends', () => {
  const lookup = makeField('lookup', { options: { link: 'x', field: 'fld_lookup' } })
  const scope: Pick<FieldScope, 'definition'> = { definition: { ...DEFINITION, entities: [{ ...CUSTOMER, fields: [lookup] }] } }

  expect(shownField(lookup, scope).type).toBe('lookup')
})
