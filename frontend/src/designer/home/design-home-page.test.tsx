import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { ALL_ORDERS, DEFINITION, ORDER, ORDER_FORM, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import type { Draft } from '../drafting/draft'
import DesignHomePage from './design-home-page'

const ROUTES = signedIn([
  { path: '/design/:app', Component: DesignHomePage },
  { path: '/design/:app/:kind/:name', element: <p>a designer</p> },
])

const FINDING = { code: 'design.section.empty', file: 'forms/order.json', place: ['layout', 0], pointer: '/forms/order/layout/0', severity: 'warning', words: { en: 'This section has no fields yet.' } } as const

const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 1,
  newest_release: 1,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'forms/order.json': ORDER_FORM, 'views/orders.json': ALL_ORDERS },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [FINDING],
  effect: { [ORDER.id]: 'publish', [ORDER_FORM.id]: 'publish', [ALL_ORDERS.id]: 'publish' },
}

function serve(draft: Draft) {
  startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => draft, 'PUT /design/channel_sales/presence': () => ({ people: [] }) })
}

test('everything a person may design leads to its designer, by kind, with what is wrong', async () => {
  serve(DRAFT)
  const { container } = renderRoutes(ROUTES, '/design/channel_sales')

  const link = await screen.findByRole('link', { name: 'Order entry' })
  expect(link.getAttribute('href')).toBe('/design/channel_sales/form/order')
  expect(within(screen.getByRole('region', { name: 'Forms' })).getByRole('img', { name: '1 finding' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Sales order' }).getAttribute('href')).toBe('/design/channel_sales/entity/sales_order')
  await expectAccessible(container)
})

test('a name typed anywhere leads to a field, with the keyboard alone', async () => {
  serve(DRAFT)
  const { user, router } = renderRoutes(ROUTES, '/design/channel_sales')
  await screen.findByRole('link', { name: 'Order entry' })

  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: 'Go to anything in this app' }), 'amou')
  expect(screen.getByRole('option', { name: /Amount/ })).toBeTruthy()
  await user.keyboard('{Enter}')

  expect(router.state.location.pathname).toBe('/design/channel_sales/entity/sales_order')
  expect(router.state.location.search).toBe('?at=fields%2F1')
})

test('a person who may design nothing is told how that comes', async () => {
  serve({ ...DRAFT, effect: {} })
  renderRoutes(ROUTES, '/design/channel_sales')

  expect(await screen.findByRole('heading', { name: 'There is nothing for you to design' })).toBeTruthy()
})
