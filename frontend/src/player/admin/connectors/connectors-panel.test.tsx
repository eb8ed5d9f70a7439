import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type FakeRoutes } from '@/app/testing/fake-server'
import { SESSION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import { ConnectorsPanel } from './connectors-panel'

const ROUTES = signedIn([{ path: '*', Component: ConnectorsPanel }])
const CONNECTOR = {
  id: 'con_1', name: 'web_shop', label: { zh: '网店', en: 'Web shop' }, kind: 'woocommerce',
  app: { name: 'channel_sales', label: { zh: '渠道销售', en: 'Channel sales' } }, hook: '/api/hooks/con_1',
  address: 'https://shop.example', secrets: { consumer_key: true, webhook_secret: false }, settings: {}, enabled: true,
  state: 'failing', problem: { code: 'x', words: { zh: '连不上', en: 'The shop does not accept the key.' } },
  synced_at: null, last_event_at: '2026-11-23T02:11:05Z', counts: { done: 1, parked: 1, ignored: 0, refused: 0 }, version: 3,
}
const PARKED = {
  id: 'e1', state: 'parked', words: { zh: '订单 7 未能入账', en: 'Order 7 could not be booked' }, entity: 'sales_order', record: null,
  issues: [{ code: 'connector.sku.unknown', pointer: '', params: {}, message: 'No product has the SKU INK-9.' }],
  received_at: '2026-11-23T02:11:05Z', attempts: 1,
}
const LETTER = { id: 'l1', at: '2026-11-23T02:11:05Z', to: 'wang@example.com', subject: 'Shipped', language: 'en', body: 'SF100' }

function open(routes: FakeRoutes = {}, demo = false) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /session': () => ({ ...SESSION, demo, administer: ['connectors'] }),
    'GET /connectors': () => ({ items: [CONNECTOR] }),
    'GET /connectors/con_1/events': () => ({ items: [PARKED], next_cursor: null }),
    'GET /demo/letters': () => ({ items: [LETTER] }),
    ...routes,
  })
  return { asked, ...renderRoutes(ROUTES) }
}

test('a connector tells what is wrong and what waits, and passes the audit', async () => {
  const { asked, container } = open()

  expect(await screen.findByText('No product has the SKU INK-9.')).toBeTruthy()
  expect(screen.getByText('The shop does not accept the key.')).toBeTruthy()
  expect(screen.getByText('Order 7 could not be booked')).toBeTruthy()
  expect(asked.find(({ path }) => path === '/connectors/con_1/events')?.query).toEqual({ state: 'parked' })
  await expectAccessible(container)
})

test('a parked message is played again', async () => {
  const { asked, user } = open({ 'POST /connectors/con_1/events/e1:replay': () => ({ ...PARKED, state: 'done' }) })

  await user.click(await screen.findByRole('button', { name: 'Try again' }))

  expect(await screen.findByText('Booked.')).toBeTruthy()
  expect(asked.some(({ path }) => path === '/connectors/con_1/events/e1:replay')).toBe(true)
})

test('settings send only the secrets that were given', async () => {
  const { asked, user } = open({ 'PUT /connectors/con_1': () => CONNECTOR })

  await user.click(await screen.findByRole('button', { name: 'Settings' }))
  const drawer = within(await screen.findByRole('dialog'))
  expect(drawer.getByText(/api\/hooks\/con_1/)).toBeTruthy()
  await user.type(drawer.getByLabelText('Secret of the webhooks'), 'whs')
  await user.click(drawer.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
    address: 'https://shop.example', enabled: true, settings: {}, secrets: { webhook_secret: 'whs' }, version: 3,
  })
})

test('a refusal of settings is said', async () => {
  const again = { code: 'connector.secret.again', pointer: '/secrets/consumer_key', params: { name: 'consumer_key' }, message: 'Again.' }
  const { user } = open({ 'PUT /connectors/con_1': () => refuse(422, { issues: [again] }) })

  await user.click(await screen.findByRole('button', { name: 'Settings' }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))

  expect(await screen.findByText(/leads to another host/)).toBeTruthy()
})

test('the connection is tried', async () => {
  const { user } = open({ 'POST /connectors/con_1:test': () => ({ ok: true, issues: [] }) })

  await user.click(await screen.findByRole('button', { name: 'Settings' }))
  await user.click(await screen.findByRole('button', { name: 'Try the connection' }))

  expect(await screen.findByText('The shop answers.')).toBeTruthy()
})

test('webhooks are registered where the server knows its address', async () => {
  const { user } = open({
    'GET /connectors': () => ({ items: [{ ...CONNECTOR, hook: 'https://tongdao.example/api/hooks/con_1' }] }),
    'POST /connectors/con_1:listen': () => ({ ok: true }),
  })

  await user.click(await screen.findByRole('button', { name: 'Settings' }))
  await user.click(await screen.findByRole('button', { name: 'Register it in the shop' }))

  expect(await screen.findByText('The shop tells this server of its orders.')).toBeTruthy()
})

test('the demo shows the letters that were sent', async () => {
  open({}, true)

  expect(await screen.findByText('Shipped')).toBeTruthy()
  expect(screen.getByText(/to wang@example.com/)).toBeTruthy()
})
