import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import TokensPage from './tokens-page'

const ROUTES = signedIn([{ path: '*', Component: TokensPage }])

const TOKEN = {
  id: 't-1',
  user: 'u-lina',
  name: 'Warehouse export',
  prefix: 'tdk_ab12',
  scopes: ['read', 'export'],
  created_at: '2026-11-01T02:00:00Z',
  expires_at: null,
}

describe('my tokens', () => {
  test('are listed without those of other people', async () => {
    const others = { ...TOKEN, id: 't-2', user: 'u-2', name: 'Not mine' }
    startFakeServer({ ...SIGNED_IN, 'GET /tokens': () => ({ items: [TOKEN, others] }) })
    const { container } = renderRoutes(ROUTES)

    expect(await screen.findByText('Warehouse export')).toBeTruthy()
    expect(screen.queryByText('Not mine')).toBeNull()
    await expectAccessible(container)
  })

  test('are made with what was chosen, and shown once', async () => {
    const asked = startFakeServer({
      ...SIGNED_IN,
      'GET /tokens': () => ({ items: [] }),
      'POST /tokens': () => ({ ...TOKEN, token: 'tdk_ab12_secret' }),
    })
    const { user } = renderRoutes(ROUTES)

    await user.click(await screen.findByRole('button', { name: 'New token' }))
    await user.type(await screen.findByLabelText('What is it for?'), 'Warehouse export')
    await user.click(screen.getByLabelText('export'))
    await user.click(screen.getByRole('button', { name: 'Make token' }))

    expect(await screen.findByText('tdk_ab12_secret')).toBeTruthy()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Warehouse export',
      scopes: ['read', 'export'],
      days: 90,
    })
  })

  test('are ended only after a second thought', async () => {
    const asked = startFakeServer({
      ...SIGNED_IN,
      'GET /tokens': () => ({ items: [TOKEN] }),
      'DELETE /tokens/t-1': () => new Response(null, { status: 204 }),
    })
    const { user } = renderRoutes(ROUTES)

    await user.click(await screen.findByRole('button', { name: 'End' }))
    expect(await screen.findByText(/refused at once/)).toBeTruthy()
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
    await user.click(screen.getAllByRole('button', { name: 'End' }).at(-1) ?? document.body)

    await waitFor(() => expect(asked.some(({ method }) => method === 'DELETE')).toBe(true))
  })
})
