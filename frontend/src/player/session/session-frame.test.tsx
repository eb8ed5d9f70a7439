import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'

import { refuse, startFakeServer } from '@/app/testing/fake-server'
import { NOBODY, SESSION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes } from '@/app/testing/render'
import { request } from '@/shared/api/request'

import { SessionFrame } from './session-frame'

function Work() {
  const { data } = useQuery({ queryKey: ['work'], queryFn: () => request<{ done: string }>('/work') })
  return (
    <>
      <input aria-label="note" />
      <p>{data?.done}</p>
    </>
  )
}

const ROUTES = [
  { path: '/sign-in', element: <p>sign-in page</p> },
  { Component: SessionFrame, children: [{ path: '*', Component: Work }] },
]

test('somebody without a session is sent to sign in and back', async () => {
  startFakeServer({ 'GET /session': () => NOBODY })
  const { router } = renderRoutes(ROUTES, '/a/channel_sales?x=1')

  await screen.findByText('sign-in page')
  expect(router.state.location.search).toBe(`?next=${encodeURIComponent('/a/channel_sales?x=1')}`)
})

test('when the session ends, signing in on the spot repeats the request and keeps what was typed', async () => {
  let isAlive = false
  startFakeServer({
    ...SIGNED_IN,
    'GET /work': () => (isAlive ? { done: 'all done' } : refuse(401)),
    'POST /session': () => {
      isAlive = true
      return SESSION
    },
  })
  const { user } = renderRoutes(ROUTES, '/')

  await user.type(await screen.findByLabelText('note'), 'half a sentence')
  await user.type(await screen.findByLabelText('Password'), 'secret')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))

  expect(await screen.findByText('all done')).toBeTruthy()
  expect(screen.getByLabelText('note')).toHaveProperty('value', 'half a sentence')
})

test('a person who gives up is sent to the sign-in page', async () => {
  startFakeServer({ ...SIGNED_IN, 'GET /work': () => refuse(401) })
  const { user, router } = renderRoutes(ROUTES, '/')

  await user.click(await screen.findByRole('button', { name: /somebody else/ }))

  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
})
