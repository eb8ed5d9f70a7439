/** Draws a page or the whole application in a test, on the same providers as in the browser. */
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createMemoryRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'

import { SessionFrame } from '@/player/session/session-frame'
import { createQueryClient } from '@/shared/api/query-client'

import { Providers } from '../providers'

interface Place {
  /** Route pattern the element sits at, such as "/a/:app". */
  readonly path?: string
  /** Address the test starts at. */
  readonly at?: string
}

/** Routes as they stand behind the sign-in; without a session the place "sign-in page" is shown. */
export function signedIn(children: RouteObject[]): RouteObject[] {
  return [
    { path: '/sign-in', element: <p>sign-in page</p> },
    { Component: SessionFrame, children },
  ]
}

/** One element on its own route. */
export function renderAt(element: ReactNode, { path = '*', at = '/' }: Place = {}) {
  return renderRoutes([{ path, element }], at)
}

/** What a test has no page for: whoever is led there has left. */
const ELSEWHERE: RouteObject = { path: '*', element: null }

/** A tree of routes; answers the screen's handles, a user with hands, and the router. */
export function renderRoutes(routes: RouteObject[], at = '/') {
  const router = createMemoryRouter([...routes, ELSEWHERE], { initialEntries: [at] })
  const view = render(
    <Providers queryClient={createQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { ...view, router, user: userEvent.setup() }
}
