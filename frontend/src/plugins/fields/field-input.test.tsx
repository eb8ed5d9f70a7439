import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { DEFINITION, inScope, makeField } from '@/app/testing/fields'
import { renderAt } from '@/app/testing/render'
import type { Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'

import { FieldInput } from './field-input'
import { FieldScopeProvider } from './scope-provider'

const LIST = { options: { list: 'opt_status' } }

function Labelled({ field, start, onChange }: { field: Field; start: Value; onChange: (value: Value) => void }) {
  const [value, setValue] = useState(start)
  const change = (next: Value) => {
    setValue(next)
    onChange(next)
  }
  return (
    <main>
      <label htmlFor="control">Field</label>
      <FieldInput field={field} value={value} onChange={change} id="control" />
    </main>
  )
}

function drawInput(field: Field, start: Value = null) {
  const onChange = vi.fn<(value: Value) => void>()
  const view = renderAt(inScope(<Labelled field={field} start={start} onChange={onChange} />))
  return { ...view, onChange }
}

const TYPED: readonly [Field, string, Value][] = [
  [makeField('text'), 'pen', 'pen'],
  [makeField('email'), 'a@b.cn', 'a@b.cn'],
  [makeField('phone'), '021 5555', '021 5555'],
  [makeField('url'), 'https://a.cn', 'https://a.cn'],
  [makeField('long_text'), 'one{Enter}two', 'one\ntwo'],
  [makeField('integer'), '1024', 1024],
  [makeField('decimal', { options: { scale: 3 } }), '1.5', '1.5'],
  [makeField('money'), '12345678901234567.89', '12345678901234567.89'],
  [makeField('percent'), '12.5', '0.1250'],
]

test.each(TYPED.map(([field, typed, value]) => [field.type, typed, value, field] as const))('%s typed as %s is %j', async (_, typed, value, field) => {
  const { user, onChange, container } = drawInput(field)

  await user.type(screen.getByLabelText('Field'), typed)

  expect(onChange.mock.lastCall).toEqual([value])
  await expectAccessible(container)
})

test('a number is grouped once it is left', async () => {
  const { user } = drawInput(makeField('money'))

  await user.type(screen.getByLabelText('Field'), '1234.5')
  await user.tab()

  expect(screen.getByLabelText('Field')).toHaveProperty('value', '1,234.50')
})

test('a switch is turned by the keyboard', async () => {
  const { user, onChange, container } = drawInput(makeField('switch'))

  await user.tab()
  await user.keyboard(' ')

  expect(onChange.mock.lastCall?.[0]).toBe(true)
  await expectAccessible(container)
})

test('a choice is found by its Chinese name as well', async () => {
  const { user, onChange } = drawInput(makeField('choice', LIST))

  await user.type(screen.getByLabelText('Field'), '已发送')
  expect(screen.queryByText('Draft')).toBeNull()
  await user.click(screen.getByText('Sent'))

  expect(onChange.mock.lastCall?.[0]).toBe('sent')
})

test('several choices are collected', async () => {
  const { user, onChange } = drawInput(makeField('multi_choice', LIST), ['draft'])

  await user.type(screen.getByLabelText('Field'), 'sent')
  await user.click(screen.getByText('Sent'))

  expect(onChange.mock.lastCall?.[0]).toEqual(['draft', 'sent'])
})

test('a day is typed', async () => {
  const { user, onChange } = drawInput(makeField('date'))

  await user.type(screen.getByLabelText('Field'), '2026-11-23')
  await user.tab()

  expect(onChange.mock.lastCall?.[0]).toBe('2026-11-23')
})

test('an instant is typed on the clock of the app', async () => {
  const { user, onChange } = drawInput(makeField('datetime'))

  await user.type(screen.getByLabelText('Field'), '2026-11-23 10:30')
  await user.tab()

  expect(onChange.mock.lastCall?.[0]).toBe('2026-11-23T02:30:00Z')
})

test('a linked record is searched on the server, within the filter of the link', async () => {
  const asked = startFakeServer({
    'GET /apps/sales/entities/customer/records': () => ({ items: [{ id: 'c1', name: 'Zhang San', code: 'C-001' }], next_cursor: null }),
  })
  const { user, onChange } = drawInput(makeField('link', { options: { entity: 'ent_customer', filter: 'level = "sent"' } }))

  await user.type(screen.getByLabelText('Field'), 'zh')
  await screen.findByText('C-001')
  await vi.waitFor(() => expect(asked.at(-1)?.query).toMatchObject({ search: 'zh', filter: 'level = "sent"', fields: 'name,code' }))
  await user.click(screen.getByText('Zhang San'))

  expect(onChange.mock.lastCall?.[0]).toEqual({ id: 'c1', title: 'Zhang San' })
})

test('a new linked record is offered where there is room for its form', async () => {
  startFakeServer({ 'GET /apps/sales/entities/customer/records': () => ({ items: [], next_cursor: null }) })
  const onChange = vi.fn<(value: Value) => void>()
  const field = makeField('link', { options: { entity: 'ent_customer' } })
  const { user } = renderAt(
    <FieldScopeProvider definition={DEFINITION} createLinked={async (_, title) => ({ id: 'c9', title })}>
      <Labelled field={field} start={null} onChange={onChange} />
    </FieldScopeProvider>,
  )

  await user.type(screen.getByLabelText('Field'), 'Wang')
  await user.click(await screen.findByText('New Customer'))

  await vi.waitFor(() => expect(onChange.mock.lastCall?.[0]).toEqual({ id: 'c9', title: 'Wang' }))
})

test('a person is picked by name', async () => {
  startFakeServer({ 'GET /apps/sales/people': () => ({ items: [{ id: 'p1', title: '李娜' }] }) })
  const { user, onChange } = drawInput(makeField('person'))

  await user.click(screen.getByLabelText('Field'))
  await user.click(await screen.findByText('李娜'))

  expect(onChange.mock.lastCall?.[0]).toEqual({ id: 'p1', title: '李娜' })
})

test('an uploaded file can be removed', async () => {
  const file = { id: 'f1', name: 'contract.pdf', size: 2048, type: 'application/pdf' }
  const { user, onChange, container } = drawInput(makeField('attachment'), [file])

  expect(screen.getByText('2 KB')).toBeTruthy()
  await expectAccessible(container)
  await user.click(screen.getByRole('button', { name: 'Remove contract.pdf' }))

  expect(onChange.mock.lastCall?.[0]).toEqual([])
})
