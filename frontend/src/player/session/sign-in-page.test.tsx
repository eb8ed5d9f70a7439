import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer } from '@/app/testing/fake-server'
import { NOBODY, SESSION } from '@/app/testing/fixtures'
import { renderRoutes } from '@/app/testing/render'

import SignInPage from './sign-in-page'

const ROUTES = [
  { path: '/sign-in', Component: SignInPage },
  { path: '*', element: <p>inside</p> },
]

const NOT_SIGNED_IN = { 'GET /session': () => NOBODY }

describe('the sign-in page', () => {
  test('lets a person in with name and password, and goes where they wanted to go', async () => {
    const asked = startFakeServer({ ...NOT_SIGNED_IN, 'POST /session': () => SESSION })
    const { user, router } = renderRoutes(ROUTES, '/sign-in?next=%2Fa%2Fchannel_sales')

    await user.type(await screen.findByLabelText('User name'), 'lina')
    await user.type(screen.getByLabelText('Password'), 'secret')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    await waitFor(() => expect(router.state.location.pathname).toBe('/a/channel_sales'))
    expect(asked.at(-1)?.body).toEqual({ login: 'lina', password: 'secret' })
  })

  test('says why somebody is refused and keeps the name typed', async () => {
    const issue = { code: 'session.test_refused', pointer: '', params: {}, message: 'Name or password is wrong.' }
    startFakeServer({ ...NOT_SIGNED_IN, 'POST /session': () => refuse(401, { issues: [issue] }) })
    const { user } = renderRoutes(ROUTES, '/sign-in')

    await user.type(await screen.findByLabelText('User name'), 'lina')
    await user.type(screen.getByLabelText('Password'), 'wrong')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByRole('alert')).toHaveProperty(
      'textContent',
      expect.stringContaining('Name or password is wrong.'),
    )
    expect(screen.getByLabelText('User name')).toHaveProperty('value', 'lina')
  })

  test('offers the people of a demo and signs in with one click', async () => {
    const people = [
      { login: 'zhangwei', name: { zh: '张伟', en: 'Zhang Wei' }, roles: [{ zh: '总监', en: 'Director' }] },
    ]
    const asked = startFakeServer({
      'GET /session': () => ({ ...NOBODY, demo: true }),
      'GET /demo/people': () => ({ items: people }),
      'POST /demo/session': () => SESSION,
    })
    const { user } = renderRoutes(ROUTES, '/sign-in')

    await user.click(await screen.findByRole('button', { name: /Zhang Wei.*Director/ }))

    expect(await screen.findByText('inside')).toBeTruthy()
    expect(asked.at(-1)?.body).toEqual({ login: 'zhangwei' })
  })

  test('asks for people only where there is a demo', async () => {
    const asked = startFakeServer(NOT_SIGNED_IN)
    renderRoutes(ROUTES, '/sign-in')

    await screen.findByLabelText('User name')
    expect(asked.map(({ path }) => path)).not.toContain('/demo/people')
  })

  test('never leads to another host', async () => {
    startFakeServer({ ...NOT_SIGNED_IN, 'GET /session': () => SESSION })
    const { router } = renderRoutes(ROUTES, '/sign-in?next=%2F%2Fevil.example')

    await screen.findByText('inside')
    expect(router.state.location.pathname).toBe('/')
  })

  test('speaks the other language at once and remembers it', async () => {
    startFakeServer(NOT_SIGNED_IN)
    const { user } = renderRoutes(ROUTES, '/sign-in')

    await user.click(await screen.findByRole('button', { name: '中文' }))

    expect(await screen.findByLabelText('用户名')).toBeTruthy()
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(localStorage.getItem('tongdao.locale')).toBe('zh-CN')
  })

  test('is accessible', async () => {
    startFakeServer(NOT_SIGNED_IN)
    const { container } = renderRoutes(ROUTES, '/sign-in')

    await screen.findByLabelText('User name')
    await expectAccessible(container)
  })
})
