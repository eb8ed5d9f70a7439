import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer } from '@/app/testing/fake-server'
import { APP, DEFINITION, ORDER_FORM, SESSION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import { heldSeeing, holdSeeing } from '@/shared/seeing/held-seeing'

import { Shell } from './shell'

const ROUTES = signedIn([
  {
    Component: Shell,
    children: [
      { path: '/a/:app', element: <p>overview</p> },
      { path: '/a/:app/v/:view', element: <p>list</p> },
      { path: '/a/:app/e/:entity/:id', element: <p>record</p> },
      { path: '*', element: <p>elsewhere</p> },
    ],
  },
])

describe('the frame', () => {
  test('leads through the navigation of the app, without groups that hold nothing to see', async () => {
    startFakeServer(SIGNED_IN)
    const { user, router } = renderRoutes(ROUTES, '/a/channel_sales')
    const navigation = await screen.findByRole('navigation', { name: 'Navigation' })

    expect(within(navigation).queryByText('Finance')).toBeNull()
    await user.click(within(navigation).getByText('Orders'))
    await user.click(await within(navigation).findByRole('link', { name: 'Large orders' }))

    expect(await screen.findByText('list')).toBeTruthy()
    expect(router.state.location.pathname).toBe('/a/channel_sales/v/large_orders')
  })

  test('shows a record under the first list of its entity', async () => {
    startFakeServer(SIGNED_IN)
    renderRoutes(ROUTES, '/a/channel_sales/e/sales_order/r-1')

    const list = await screen.findByRole('link', { name: 'All orders' })
    expect(list.closest('[role=menuitem]')?.className).toContain('selected')
  })

  test('offers the designer only to those who may design', async () => {
    startFakeServer({ ...SIGNED_IN, 'GET /apps': () => ({ items: [{ ...APP, may_design: true }] }) })
    renderRoutes(ROUTES, '/a/channel_sales')

    expect(await screen.findByRole('link', { name: 'Design this app' })).toBeTruthy()
  })

  test('leads from a list straight to the designer of its form, and back', async () => {
    startFakeServer({
      ...SIGNED_IN,
      'GET /apps': () => ({ items: [{ ...APP, may_design: true }] }),
      'GET /apps/channel_sales/definition': () => ({ ...DEFINITION, forms: [ORDER_FORM], design: [ORDER_FORM.id] }),
    })
    renderRoutes(ROUTES, '/a/channel_sales/v/orders')

    const link = await screen.findByRole('link', { name: 'Design this form' })
    expect(link.getAttribute('href')).toBe('/design/channel_sales/form/order?back=%2Fa%2Fchannel_sales%2Fv%2Forders')
  })

  test('offers administration only to administrators', async () => {
    startFakeServer({ ...SIGNED_IN, 'GET /session': () => ({ ...SESSION, administer: ['people'] }) })
    const { user } = renderRoutes(ROUTES, '/')

    await user.click(await screen.findByRole('button', { name: /Li Na/ }))

    expect(await screen.findByRole('link', { name: 'Administration' })).toBeTruthy()
  })

  test('signs out and forgets the session', async () => {
    const asked = startFakeServer({ ...SIGNED_IN, 'DELETE /session': () => new Response(null, { status: 204 }) })
    const { user, router } = renderRoutes(ROUTES, '/a/channel_sales')

    await user.click(await screen.findByRole('button', { name: /Li Na/ }))
    await user.click(await screen.findByText('Sign out'))

    expect(await screen.findByText('sign-in page')).toBeTruthy()
    expect(router.state.location.search).toBe('')
    expect(asked.find(({ method }) => method === 'DELETE')?.headers.get('X-CSRF-Token')).toBe('token-1')
  })

  test('remembers the language in the account', async () => {
    const asked = startFakeServer({ ...SIGNED_IN, 'PATCH /session': () => SESSION })
    const { user } = renderRoutes(ROUTES, '/')

    await user.click(await screen.findByRole('button', { name: '中文' }))

    await waitFor(() => expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ language: 'zh-CN' }))
  })

  test('warns about a connection that others could read', async () => {
    vi.stubGlobal('isSecureContext', false)
    startFakeServer({ ...SIGNED_IN, 'GET /session': () => ({ ...SESSION, warning: 'session.transport.plain' }) })
    const { user } = renderRoutes(ROUTES, '/')

    await user.click(await screen.findByRole('button', { name: 'The connection is not encrypted' }))

    expect(await screen.findByText(/not encrypted \(http\)/)).toBeTruthy()
  })

  test('is accessible and begins with a way past the navigation', async () => {
    startFakeServer(SIGNED_IN)
    const { container, user } = renderRoutes(ROUTES, '/a/channel_sales')
    await screen.findByRole('navigation', { name: 'Navigation' })

    await user.tab()
    expect(document.activeElement?.textContent).toBe('Skip to content')
    await expectAccessible(container)
  })
})

describe('seen as somebody else', () => {
  const OWN = { ...SESSION.user, id: 'u-admin', login: 'admin', name: 'Admin' }

  afterEach(() => {
    holdSeeing(null)
    vi.unstubAllGlobals()
  })

  test('says as whom, opens nothing personal, and sends the pass with every request', async () => {
    holdSeeing({ token: 'pass-1', back: '/admin/people' })
    const asked = startFakeServer({ ...SIGNED_IN, 'GET /session': () => ({ ...SESSION, seen_by: OWN }) })
    const { container } = renderRoutes(ROUTES, '/a/channel_sales')

    expect(await screen.findByText('You see the app as Li Na.')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Inbox' })).toBeNull()
    expect(screen.queryByRole('button', { name: /Notifications/ })).toBeNull()
    expect(asked.map(({ headers }) => headers.get('X-See-As'))).toEqual(asked.map(() => 'pass-1'))
    expect(asked.some(({ path }) => path === '/tasks' || path === '/notifications')).toBe(false)
    await expectAccessible(container)
  })

  test('goes back to where it began', async () => {
    holdSeeing({ token: 'pass-1', back: '/admin/people' })
    const assign = vi.fn()
    vi.stubGlobal('location', { ...window.location, assign })
    startFakeServer({ ...SIGNED_IN, 'GET /session': () => ({ ...SESSION, seen_by: OWN }) })
    const { user } = renderRoutes(ROUTES, '/a/channel_sales')

    await user.click(await screen.findByRole('button', { name: 'Back to yourself' }))

    expect(assign).toHaveBeenCalledWith('/admin/people')
    expect(heldSeeing()).toBeNull()
  })

  test('is over in this tab as soon as the server says so', async () => {
    holdSeeing({ token: 'pass-1', back: '/' })
    const reload = vi.fn()
    vi.stubGlobal('location', { ...window.location, reload })
    startFakeServer({ ...SIGNED_IN, 'GET /session': () => refuse(403, { issues: [{ code: 'seeing.ended', pointer: '', params: {} }] }) })
    renderRoutes(ROUTES, '/a/channel_sales')

    await vi.waitFor(() => expect(reload).toHaveBeenCalled())
    expect(heldSeeing()).toBeNull()
  })
})
