import { screen } from '@testing-library/react'
import type { RouteObject } from 'react-router'
import { expect, test } from 'vitest'

import { ROUTES } from './routes'
import { startFakeServer } from './testing/fake-server'
import { SIGNED_IN } from './testing/fixtures'
import { renderRoutes } from './testing/render'

function lazyRoutes(routes: RouteObject[]): RouteObject[] {
  return routes.flatMap((route) => [...(route.lazy ? [route] : []), ...lazyRoutes(route.children ?? [])])
}

test.each(lazyRoutes(ROUTES).map((route) => [route.path ?? 'index', route] as const))(
  'the page behind %s can be loaded',
  async (_, { lazy }) => {
    const loaded = typeof lazy === 'function' ? await lazy() : {}

    expect(loaded.Component).toBeTypeOf('function')
  },
  60_000,
)

test('an address that leads nowhere says so inside the frame', async () => {
  startFakeServer(SIGNED_IN)
  renderRoutes(ROUTES, '/nowhere/at/all')

  expect(await screen.findByRole('heading', { name: 'This address leads nowhere' })).toBeTruthy()
  expect(screen.getByRole('banner')).toBeTruthy()
})
