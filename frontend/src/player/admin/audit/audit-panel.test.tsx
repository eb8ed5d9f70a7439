import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type FakeRoutes } from '@/app/testing/fake-server'
import { SESSION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import { AuditPanel } from './audit-panel'

const ROUTES = signedIn([{ path: '*', Component: AuditPanel }])
const CHANGED = {
  app: 'channel_sales', sequence: 7, at: '2026-11-23T02:11:05Z', by: 'u2', by_name: 'Wang Wei', kind: 'human',
  action: 'update', entity: 'sales_order', record: 'o1', source: 'ui', reason: null, fields: ['unheard_of'],
}
const ADDED = { ...CHANGED, app: 'system', sequence: 2, action: 'create', entity: 'sys_user', record: 'u3' }

function open(routes: FakeRoutes = {}) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /session': () => ({ ...SESSION, administer: ['audit'] }),
    'GET /audit': ({ query }) => (query['cursor'] ? { items: [ADDED], next_cursor: null } : { items: [CHANGED], next_cursor: 'older' }),
    ...routes,
  })
  return { asked, ...renderRoutes(ROUTES) }
}

test('entries are told in words, with a way to the record, and pass the audit', async () => {
  const { container } = open()

  const link = await screen.findByRole('link', { name: /Sales order/ })
  expect(link.getAttribute('href')).toBe('/a/channel_sales/e/sales_order/o1')
  const entry = within(screen.getByRole('listitem'))
  expect(entry.getByText('Wang Wei')).toBeTruthy()
  expect(entry.getByText('Changed')).toBeTruthy()
  expect(entry.getByText(/unheard_of/)).toBeTruthy()
  await expectAccessible(container)
})

test('older entries follow', async () => {
  const { user } = open()

  await user.click(await screen.findByRole('button', { name: 'Earlier entries' }))

  expect(await screen.findByText(/Installation · Person/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Earlier entries' })).toBeNull()
})

test('the trail is narrowed to an action', async () => {
  const { asked, user } = open()

  await user.click(await screen.findByRole('combobox', { name: 'Action' }))
  await user.click(await screen.findByTitle('Published'))

  await screen.findByRole('button', { name: 'Earlier entries' })
  expect(asked.at(-1)?.query).toEqual({ action: 'publish' })
})

test('a chain that holds is said to', async () => {
  const { user } = open({ 'POST /audit:verify': () => ({ items: [{ app: 'system', holds: true, message: null }] }) })

  await user.click(await screen.findByRole('button', { name: /Verify the chain/ }))

  expect(await screen.findByText(/Intact/)).toBeTruthy()
})

test('a broken chain is named with the place', async () => {
  const broken = { app: 'channel_sales', holds: false, message: 'Entry 12 was changed.' }
  const { user } = open({ 'POST /audit:verify': () => ({ items: [broken] }) })

  await user.click(await screen.findByRole('button', { name: /Verify the chain/ }))

  expect(await screen.findByText('Entry 12 was changed.')).toBeTruthy()
})
