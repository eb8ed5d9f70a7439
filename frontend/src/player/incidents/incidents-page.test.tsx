import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type FakeRoutes } from '@/app/testing/fake-server'
import { SIGNED_IN } from '@/app/testing/fixtures'
import { FLOW_NAME, RUN } from '@/app/testing/flows'
import { renderRoutes, signedIn } from '@/app/testing/render'

import IncidentsPage from './incidents-page'

const ROUTES = signedIn([{ path: '/incidents/:open?', Component: IncidentsPage }])
const INCIDENT = {
  id: 'x1',
  app: 'sales',
  flow: FLOW_NAME,
  node: { id: 'nod_status', label: { zh: '改为已确认', en: 'Mark as confirmed' } },
  instance: 'i1',
  record: { id: 'o1', title: 'SO0001' },
  entity: 'order',
  kind: 'call',
  code: 'flow.call.refused',
  words: { zh: '店铺拒绝了这次调用', en: 'The shop refused the call' },
  params: {},
  given: { status: 'sent' },
  at: '2026-11-23T02:00:00Z',
  attempts: 7,
  state: 'open',
}

function openIncidents(routes: FakeRoutes = {}) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /incidents': ({ query }) => ({ items: query['state'] === 'open' ? [INCIDENT] : [], next_cursor: null }),
    'GET /incidents/x1': () => INCIDENT,
    'GET /apps/sales/flows/order_approval/instances/i1': () => RUN,
    'POST /incidents/x1:retry': () => ({ ...INCIDENT, state: 'closed' }),
    'POST /incidents/x1:skip': () => ({ ...INCIDENT, state: 'closed' }),
    'POST /incidents/x1:edit': () => ({ ...INCIDENT, state: 'closed' }),
    ...routes,
  })
  return { asked, ...renderRoutes(ROUTES, '/incidents') }
}

const posted = (asked: ReturnType<typeof openIncidents>['asked']) => asked.find(({ method }) => method === 'POST')

test('an incident is told in words with its run, and the list passes the audit', async () => {
  const { container } = openIncidents()

  expect(await screen.findByText(/7 attempts/)).toBeTruthy()
  expect(screen.getAllByText('The shop refused the call')).toHaveLength(2)
  expect(await screen.findByRole('complementary', { name: 'About this step' })).toBeTruthy()
  await expectAccessible(container)
})

test('a step is repeated at once, and skipped only after a second thought', async () => {
  const { asked, user } = openIncidents()

  await user.click(await screen.findByRole('button', { name: 'Repeat' }))
  await waitFor(() => expect(posted(asked)?.path).toBe('/incidents/x1:retry'))
  await user.click(await screen.findByRole('button', { name: 'Skip' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Skip' }))

  await waitFor(() => expect(asked.some(({ path }) => path === '/incidents/x1:skip')).toBe(true))
})

test('what the step was given can be corrected', async () => {
  const { asked, user } = openIncidents()

  await user.click(await screen.findByRole('button', { name: 'Correct and repeat' }))
  const dialog = await screen.findByRole('dialog')
  const values = within(dialog).getByRole('textbox', { name: 'Values (JSON)' })
  fireEvent.change(values, { target: { value: '{"status": ' } })
  expect(await within(dialog).findByText('This is not valid JSON.')).toBeTruthy()
  fireEvent.change(values, { target: { value: '{"status": "done"}' } })
  await user.click(within(dialog).getByRole('button', { name: 'Correct and repeat' }))

  await waitFor(() => expect(posted(asked)?.body).toEqual({ values: { status: 'done' } }))
})

test('without incidents it says that all is well', async () => {
  openIncidents({ 'GET /incidents': () => ({ items: [], next_cursor: null }) })

  expect(await screen.findByText('No flow has stopped')).toBeTruthy()
})

test('what happened outside any flow is headed by its kind', async () => {
  const inbound = { ...INCIDENT, kind: 'inbound', flow: null, node: null, instance: null, record: null }
  openIncidents({ 'GET /incidents': () => ({ items: [inbound], next_cursor: null }), 'GET /incidents/x1': () => inbound })

  expect(await screen.findByRole('heading', { level: 2, name: 'Inbound failed' })).toBeTruthy()
})
