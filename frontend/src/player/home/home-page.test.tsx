import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { APP, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import { greetingKey } from './greeting'
import HomePage from './home-page'

const ROUTES = signedIn([{ path: '*', Component: HomePage }])

test('the apps a person may use are one click away', async () => {
  startFakeServer({ ...SIGNED_IN, 'GET /apps': () => ({ items: [{ ...APP, may_design: true }] }) })
  const { container } = renderRoutes(ROUTES)

  const card = await screen.findByRole('link', { name: 'Channel sales' })
  expect(card.getAttribute('href')).toBe('/a/channel_sales')
  expect(screen.getByRole('link', { name: 'Design' }).getAttribute('href')).toBe('/design/channel_sales')
  await expectAccessible(container)
})

test('a person without apps is told how they come to have some', async () => {
  startFakeServer({ ...SIGNED_IN, 'GET /apps': () => ({ items: [] }) })
  renderRoutes(ROUTES)

  expect(await screen.findByRole('heading', { name: 'No app is open to you yet' })).toBeTruthy()
})

test.each([
  [3, 'home:greeting.night'],
  [9, 'home:greeting.morning'],
  [14, 'home:greeting.afternoon'],
  [21, 'home:greeting.evening'],
])('at %i o’clock the greeting is %s', (hour, key) => {
  expect(greetingKey(new Date(2026, 10, 23, hour))).toBe(key)
})
