import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { SESSION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import StartPage from './start-page'

const ROUTES = signedIn([
  { path: '/design/new', Component: StartPage },
  { path: '/design/:app', element: <p>the designer of the new app</p> },
])

const STARTER = {
  key: 'leave_and_expense',
  label: { zh: '请假与报销', en: 'Leave and expenses' },
  description: { zh: '', en: 'Requests, approvals and budgets' },
  icon: 'calendar',
  color: '#7a4fbf',
  languages: ['zh', 'en'],
  entities: [{ en: 'Leave request' }, { en: 'Expense claim' }],
  flows: [{ en: 'Leave approval' }],
  dashboards: [],
  roles: [{ en: 'Employee' }],
  has_samples: true,
}

const serve = (administer: readonly string[] = ['apps']) =>
  startFakeServer({
    ...SIGNED_IN,
    'GET /session': () => ({ ...SESSION, administer }),
    'GET /starters': () => ({ items: [STARTER] }),
    'GET /people/choosable': () => ({ items: [{ id: 'u-wang', title: 'Wang Wei' }] }),
    'POST /design/apps': () => ({ app: 'register', release: 1 }),
  })

test('a blank app needs a name and nothing else', async () => {
  const log = serve()
  const { container, user } = renderRoutes(ROUTES, '/design/new')
  await user.click(await screen.findByRole('button', { name: 'Blank app' }))
  await expectAccessible(container)

  await user.type(await screen.findByLabelText('What is the app called?'), 'Register{Enter}')

  expect(await screen.findByText('the designer of the new app')).toBeTruthy()
  expect(log.filter(({ method }) => method === 'POST').length).toBe(1)
  expect(log.find(({ method }) => method === 'POST')?.body).toEqual({ label: { en: 'Register' }, languages: ['en'], audience: 'nobody' })
})

test('without a name the app is not made', async () => {
  const log = serve()
  const { user } = renderRoutes(ROUTES, '/design/new')
  await user.click(await screen.findByRole('button', { name: 'Blank app' }))

  await user.type(await screen.findByLabelText('What is the app called?'), '  {Enter}')

  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Create app' }).disabled).toBe(true)
  expect(log.some(({ method }) => method === 'POST')).toBe(false)
})

test('a starter shows what is in it and brings its name and sample data', async () => {
  const log = serve()
  const { container, user } = renderRoutes(ROUTES, '/design/new')
  const card = await screen.findByRole('button', { name: 'Leave and expenses' })
  expect(screen.getByText('Leave request, Expense claim')).toBeTruthy()
  await expectAccessible(container)

  await user.click(card)
  await user.click(await screen.findByRole('radio', { name: 'Everybody' }))
  await user.click(screen.getByRole('button', { name: 'Create app' }))

  await waitFor(() => expect(log.some(({ method }) => method === 'POST')).toBe(true))
  expect(log.find(({ method }) => method === 'POST')?.body).toEqual({
    label: STARTER.label,
    languages: ['en', 'zh'],
    audience: 'everybody',
    starter: 'leave_and_expense',
    samples: true,
  })
})

test('who may not make apps is told who can help', async () => {
  serve([])
  renderRoutes(ROUTES, '/design/new')

  expect(await screen.findByRole('heading', { name: 'Making apps is not open to you' })).toBeTruthy()
})
