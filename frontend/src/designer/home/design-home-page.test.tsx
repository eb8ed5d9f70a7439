import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { DEFINITION, ORDER_FORM, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import DesignHomePage from './design-home-page'

const ROUTES = signedIn([{ path: '/design/:app', Component: DesignHomePage }])

const serve = (design: string[]) =>
  startFakeServer({
    ...SIGNED_IN,
    'GET /apps/channel_sales/definition': () => ({ ...DEFINITION, forms: [ORDER_FORM], design }),
  })

test('every form a person may design leads to its designer', async () => {
  serve([ORDER_FORM.id])
  const { container } = renderRoutes(ROUTES, '/design/channel_sales')

  const link = await screen.findByRole('link', { name: 'Order entry' })
  expect(link.getAttribute('href')).toBe('/design/channel_sales/form/order')
  await expectAccessible(container)
})

test('a person who may design nothing is told how that comes', async () => {
  serve([])
  renderRoutes(ROUTES, '/design/channel_sales')

  expect(await screen.findByRole('heading', { name: 'There is no form for you to design' })).toBeTruthy()
})
