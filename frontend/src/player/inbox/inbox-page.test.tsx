import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION } from '@/app/testing/fields'
import { SIGNED_IN } from '@/app/testing/fixtures'
import { COUNTS, DETAIL, OTHER_TASK, RUN, STARTED, TASK } from '@/app/testing/flows'
import { ORDER_RECORD } from '@/app/testing/order'
import { renderRoutes, signedIn } from '@/app/testing/render'

import InboxPage from './inbox-page'

const ROUTES = signedIn([{ path: '/inbox/:open?', Component: InboxPage }])
const STORED = { ...ORDER_RECORD, created_at: TASK.since, created_by: null, modified_at: TASK.since, modified_by: null }

function serve(routes: FakeRoutes = {}): Asked[] {
  let todo = [TASK, OTHER_TASK]
  return startFakeServer({
    // First, so that a test's own route comes before one with a star.
    ...routes,
    ...SIGNED_IN,
    'GET /apps/sales/definition': () => ({ ...DEFINITION, trees: {} }),
    'GET /apps/sales/entities/order/records/*': () => STORED,
    'GET /apps/sales/flows/order_approval/instances/*': () => RUN,
    'GET /tasks': ({ query: { box } }) => ({ items: box === 'started' ? [STARTED] : box === 'todo' ? todo : [], next_cursor: null, counts: { ...COUNTS, todo: todo.length } }),
    'GET /tasks/t1': () => DETAIL,
    'GET /tasks/t2': () => ({ ...DETAIL, ...OTHER_TASK, fields: {} }),
    'POST /tasks/*/decisions': ({ path }) => {
      todo = todo.filter(({ id }) => !path.includes(id))
      return { ...TASK, state: 'approved', version: 2 }
    },
    ...routes,
  })
}

async function openInbox(routes: FakeRoutes = {}, at = '/inbox') {
  const asked = serve(routes)
  const view = renderRoutes(ROUTES, at)
  await screen.findByRole('heading', { level: 1, name: 'Inbox' })
  return { ...view, asked }
}

const button = (name: string) => screen.findByRole('button', { name })
const decisions = (asked: readonly Asked[]) => asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/decisions'))

describe('the inbox', () => {
  test('shows what waits with the first task open, its form as the step shows it, and passes the audit', async () => {
    const { container } = await openInbox()

    expect(await button('Approve')).toBeTruthy()
    expect(await screen.findByRole('textbox', { name: 'Note' })).toBeTruthy()
    expect(screen.queryByText('Total')).toBeNull()
    expect((await screen.findAllByText(/Sales director approves$/)).length).toBeGreaterThan(0)
    const list = screen.getByRole('region', { name: 'To do' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(2)
    await expectAccessible(container)
  })

  test('rows tell records apart, and say where a flow began by itself', async () => {
    const summary = [
      { field: 'customer', label: { zh: '客户', en: 'Customer' }, value: { id: 'c1', title: 'Ningbo Ltd' }, title: 'Ningbo Ltd' },
      { field: 'total', label: { zh: '合计', en: 'Total' }, value: '12000.00' },
    ]
    await openInbox({ 'GET /tasks': () => ({ items: [{ ...TASK, submitter: null, summary }], next_cursor: null, counts: COUNTS }) })

    const row = await within(await screen.findByRole('region', { name: 'To do' })).findByRole('listitem')
    expect(await within(row).findByText('Ningbo Ltd')).toBeTruthy()
    expect(row.textContent).toMatch(/12,000\.00/)
    expect(within(row).getByText('by itself')).toBeTruthy()
  })

  test('an approval carries what the step let one enter, and the next task opens', async () => {
    const { asked, user, router } = await openInbox()

    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'deliver early')
    await user.type(screen.getByRole('textbox', { name: 'Opinion' }), 'fine')
    await user.click(await button('Approve'))

    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/t2'))
    expect(decisions(asked)[0]?.body).toEqual({ action: 'approve', opinion: 'fine', values: { note: 'deliver early' }, record_version: 3, version: 1 })
    await waitFor(() => expect(within(screen.getByRole('region', { name: 'To do' })).getAllByRole('listitem')).toHaveLength(1))
  })

  test('an approval names the form it was shown in, a rejection does not', async () => {
    const layout = [{ id: 'sec_1', items: [{ field: 'fld_note' }] }]
    const form = { schema: 'tongdao/form/1', id: 'frm_order1', name: 'order_sheet', label: { en: 'Order' }, entity: DEFINITION.entities[0]?.id, layout }
    const { asked, user } = await openInbox({ 'GET /apps/sales/definition': () => ({ ...DEFINITION, forms: [form], trees: {} }) })

    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'deliver early')
    await user.click(await button('Approve'))
    await waitFor(() => expect(decisions(asked)).toHaveLength(1))
    expect(decisions(asked)[0]?.body).toMatchObject({ action: 'approve', form: 'order_sheet', values: { note: 'deliver early' } })

    await user.type(screen.getByRole('textbox', { name: 'Opinion' }), 'no')
    await user.click(await button('Reject'))
    await waitFor(() => expect(decisions(asked)).toHaveLength(2))
    expect(decisions(asked)[1]?.body).not.toHaveProperty('form')
  })

  test('what the step demands is asked for before anything is sent', async () => {
    const { asked, user } = await openInbox()

    await screen.findByRole('textbox', { name: 'Note' })
    await user.click(await button('Approve'))

    expect((await screen.findAllByText(/has to be filled in/)).length).toBeGreaterThan(0)
    expect(decisions(asked)).toHaveLength(0)
  })

  test('a rejection needs words, and sends no values', async () => {
    const { asked, user } = await openInbox()

    await user.click(await button('Reject'))
    expect(await screen.findByText('Say why first.')).toBeTruthy()
    expect(decisions(asked)).toHaveLength(0)

    await user.type(screen.getByRole('textbox', { name: 'Opinion' }), 'too cheap')
    await user.click(await button('Reject'))
    await waitFor(() => expect(decisions(asked)).toHaveLength(1))
    expect(decisions(asked)[0]?.body).toEqual({ action: 'reject', opinion: 'too cheap', version: 1 })
  })

  test('a decision somebody else made first is told in words, and the task stays with them', async () => {
    const taken = { ...DETAIL, state: 'approved', actions: [], fields: {} }
    const issue = { code: 'flow.task.decided', pointer: '', params: { 'by.zh': '赵磊', 'by.en': 'Zhao Lei', at: '2026-11-23T02:20:00Z', state: 'approved' } }
    let isTaken = false
    const { user } = await openInbox({
      'GET /tasks/t1': () => (isTaken ? taken : { ...DETAIL, fields: {} }),
      'POST /tasks/t1/decisions': () => {
        isTaken = true
        return refuse(409, { issues: [issue] })
      },
    })

    await user.click(await button('Approve'))

    expect(await screen.findByText(/^Zhao Lei .* Nov 23, 2026.*approved/)).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull())
  })

  test('a task is transferred to somebody who is picked', async () => {
    const { asked, user } = await openInbox({ 'GET /apps/sales/people': () => ({ items: [{ id: 'u-lina', title: 'Li Na' }, { id: 'u-zhao', title: 'Zhao Lei' }] }) })

    await user.click(await button('More actions'))
    await user.click(await screen.findByRole('menuitem', { name: 'Transfer' }))
    await user.click(await screen.findByRole('combobox', { name: 'New owner' }))
    await user.click(await screen.findByTitle('Zhao Lei'))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Transfer' }))

    await waitFor(() => expect(decisions(asked)[0]?.body).toEqual({ action: 'transfer', person: 'u-zhao', opinion: '', version: 1 }))
  })

  test('marked tasks are approved together; one that needs more says so', async () => {
    const issue = { code: 'x.y.z', pointer: '/note', params: {}, message: 'Note is needed.' }
    const { user } = await openInbox({ 'POST /tasks/t1/decisions': () => refuse(422, { issues: [issue] }) })

    await user.click(await screen.findByRole('checkbox', { name: 'Mark SO0001' }))
    await user.click(screen.getByRole('checkbox', { name: 'Mark SO0002' }))
    await user.click(await button('Approve 2 marked'))

    expect(await screen.findByText('One approved.')).toBeTruthy()
    expect(await screen.findByText('SO0001: Note is needed.')).toBeTruthy()
  })

  test('keys lead through the list and to the decision, but never while typing', async () => {
    const { user, router } = await openInbox()
    const approve = await button('Approve')

    screen.getByRole('link', { name: 'SO0001', current: true }).focus()
    await user.keyboard('a')
    expect(document.activeElement).toBe(approve)
    await user.click(screen.getByRole('textbox', { name: 'Opinion' }))
    await user.keyboard('jar')
    expect(router.state.location.pathname).toBe('/inbox')
    approve.focus()
    await user.keyboard('j')
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/t2'))
  })

  test('what I started shows who is waited for, and can be withdrawn', async () => {
    const { asked, user } = await openInbox({ 'POST /apps/sales/flows/order_approval/instances/i1:withdraw': () => ({ ...RUN, state: 'withdrawn', may: [] }) }, '/inbox?box=started')

    expect((await screen.findAllByText(/Waiting for Li Na/)).length).toBeGreaterThan(0)
    await user.click(await button('Withdraw'))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Withdraw' }))

    expect(await screen.findByText('Withdrawn.')).toBeTruthy()
    expect(asked.some(({ method, path }) => method === 'POST' && path.endsWith(':withdraw'))).toBe(true)
  })
})
