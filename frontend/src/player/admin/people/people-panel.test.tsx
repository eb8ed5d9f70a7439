import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type FakeRoutes } from '@/app/testing/fake-server'
import { renderAt } from '@/app/testing/render'
import { heldSeeing, holdSeeing } from '@/shared/seeing/held-seeing'

import { PeoplePanel } from './people-panel'

const SELLER = { id: 'rol_sell01', app: 'sales', app_label: { en: 'Channel sales' }, name: 'seller', label: { en: 'Seller' }, description: null, administer: [] }
const LI_NA = { id: 'u1', login: 'lina', name: { en: 'Li Na' }, language: 'en', active: true, roles: [SELLER.id], department: null, superior: null, email: null }
const WANG = { ...LI_NA, id: 'u2', login: 'wang', name: { en: 'Wang Wei' }, roles: [] }

function serve(more: FakeRoutes = {}) {
  return startFakeServer({
    'GET /people': () => ({ items: [LI_NA, WANG] }),
    'GET /roles': () => ({ items: [SELLER] }),
    'GET /departments': () => ({ items: [] }),
    'POST /seeing': () => ({ token: 'pass-1' }),
    ...more,
  })
}

afterEach(() => {
  holdSeeing(null)
  vi.unstubAllGlobals()
})

test('an app is seen as a person who has a role in it', async () => {
  const assign = vi.fn()
  vi.stubGlobal('location', { ...window.location, assign })
  const asked = serve()
  const { container, user } = renderAt(<PeoplePanel />, { at: '/admin/people' })

  await user.click(await screen.findByRole('button', { name: 'See an app as Li Na' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Channel sales' }))

  await waitFor(() => expect(assign).toHaveBeenCalledWith('/a/sales'))
  expect(asked.find(({ path }) => path === '/seeing')?.body).toEqual({ app: 'sales', person: 'u1' })
  expect(heldSeeing()).toEqual({ token: 'pass-1', back: '/admin/people' })
  expect(screen.queryByRole('button', { name: 'See an app as Wang Wei' })).toBeNull()
  await expectAccessible(container)
})

test('a refusal is told and nothing is held', async () => {
  serve({ 'POST /seeing': () => refuse(403, { issues: [{ code: 'seeing.denied', pointer: '', params: {}, message: 'You may not.' }] }) })
  const { user } = renderAt(<PeoplePanel />)

  await user.click(await screen.findByRole('button', { name: 'See an app as Li Na' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Channel sales' }))

  expect(await screen.findByText('You may not see this app as somebody else.')).toBeTruthy()
  expect(heldSeeing()).toBeNull()
})
