import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import ExplorePage from '@/player/explore/explore-page'

import { expectAccessible } from './testing/accessibility'
import { refuse, startFakeServer, type FakeRoutes } from './testing/fake-server'
import { DEFINITION, SIGNED_IN } from './testing/fixtures'
import { renderRoutes, signedIn } from './testing/render'
import { WithFormulas } from './with-formulas'

const ROUTES = signedIn([{ path: '/a/:app', Component: WithFormulas, children: [{ path: 'explore', Component: ExplorePage }] }])
const COLUMN = { role: 'measure', kind: 'money', scale: 2, currency: 'CNY' }
const ANSWER = {
  as_of: '2026-11-29T08:00:00Z',
  truncated: false,
  columns: ['amount', 'Half', 'Double'].map((id) => ({ ...COLUMN, id, label: { en: id } })),
  rows: [{ amount: '96.50', Half: '48.25', Double: '193.00' }],
}
const RECORD = { id: 'rec-1', version: 1, created_at: '', created_by: null, modified_at: '', modified_by: null, no: 'SO-1', amount: '96.50' }

async function compute(more: FakeRoutes = {}) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /apps/channel_sales/definition': () => ({ ...DEFINITION, explore: true }),
    'POST /apps/channel_sales/query': () => ANSWER,
    'GET /apps/channel_sales/entities/sales_order/records': () => ({ items: [RECORD], next_cursor: null, release: 1 }),
    'GET /apps/channel_sales/entities/sales_order/records/rec-1': () => RECORD,
    'POST /apps/channel_sales:check-expression': () => ({ issues: [], kind: 'number', value: '193.00', error: null }),
    ...more,
  })
  const view = renderRoutes(ROUTES, '/a/channel_sales/explore')
  await view.user.click(await screen.findByRole('button', { name: 'Amount' }))
  await view.user.click(await screen.findByRole('button', { name: /Calculated|Computed/ }))
  const dialog = within(await screen.findByRole('dialog'))
  return { ...view, asked, dialog }
}

test('a figure of figures is written with their labels, and comes to something while it is typed', async () => {
  const { user, asked, dialog, container } = await compute()

  await user.type(dialog.getByRole('textbox', { name: /Name/ }), 'Half')
  const box = await dialog.findByRole<HTMLTextAreaElement>('textbox', { name: 'Formula' })
  await user.type(box, 'Amo')
  await user.click(await dialog.findByRole('option', { name: /Amount/ }))
  await user.type(box, ' / 2')

  expect((await dialog.findByRole('status')).textContent).toContain('48.25')
  expect(box.value).toBe('Amount / 2')
  await expectAccessible(container)
  const asking = asked.findLast(({ path }) => path.endsWith('/query'))?.body
  expect(asking).toMatchObject({ query: { measures: [{ id: 'amount' }, { id: 'Half', expression: 'amount / 2' }] } })
})

test('what is wrong in a formula of figures is marked where it stands', async () => {
  const issue = { code: 'expression.name.unknown', pointer: '/measures/1/expression', params: { name: 'amunt', start: 0, end: 5 }, message: 'Unknown name.' }
  const { user, dialog, container } = await compute({
    'POST /apps/channel_sales/query': ({ body }) => (JSON.stringify(body).includes('amunt') ? refuse(422, { issues: [issue] }) : ANSWER),
  })

  await user.type(await dialog.findByRole('textbox', { name: 'Formula' }), 'amunt / 2')

  expect(await dialog.findByRole('alert')).toBeTruthy()
  const wrong = [...(container.ownerDocument.querySelectorAll('[data-wrong=true]') ?? [])].map(({ textContent }) => textContent)
  expect(wrong.join('')).toBe('amunt')
})

test('a figure of every record is tried on one, and its condition is clicked together', async () => {
  const { user, asked, dialog } = await compute()

  await user.click(dialog.getByText('From every record'))
  await user.type(await dialog.findByRole('textbox', { name: 'Formula for each' }), 'Amount * 2')

  expect(await dialog.findByText('193.00')).toBeTruthy()
  const checked = asked.findLast(({ path }) => path.endsWith(':check-expression'))?.body
  expect(checked).toMatchObject({ entity: 'ent_order1', text: 'amount * 2', values: { amount: '96.50' } })
  await user.click(dialog.getByRole('button', { name: 'Condition' }))
  expect(await dialog.findByRole('group', { name: /conditions/ })).toBeTruthy()
})
