import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION } from '@/app/testing/fields'
import { SESSION, SIGNED_IN } from '@/app/testing/fixtures'
import { ORDER_RECORD } from '@/app/testing/order'
import { renderRoutes, signedIn } from '@/app/testing/render'
import { tellListeners } from '@/shared/events/record-news'

import { draftKey } from '../form/drafts'
import RecordPage from './record-page'

const ROUTES = signedIn([
  { path: '/a/:app', element: <p>home of the app</p> },
  { path: '/a/:app/e/:entity/new', Component: RecordPage },
  { path: '/a/:app/e/:entity/:id', Component: RecordPage },
])
const ENTITY = '/apps/sales/entities/order'
const STAMPS = { created_at: '2026-11-23T02:00:00Z', created_by: null, modified_at: '2026-11-23T02:11:00Z', modified_by: { id: 'u2', title: 'Wang Wei' } }
const STORED = { ...ORDER_RECORD, ...STAMPS }
// Trees of the test fixtures carry functions, which JSON does not; these are as the server sends them.
const TREES = {
  'quantity * price': { operator: '*', operands: [{ name: ['quantity'] }, { name: ['price'] }] },
  'SUM(lines.amount)': { call: 'SUM', arguments: [{ name: ['lines', 'amount'] }] },
}

const CHANGE = {
  id: 'h2',
  at: '2026-11-23T02:11:00Z',
  by: { id: 'u2', title: 'Wang Wei' },
  action: 'update',
  version: 3,
  source: 'import',
  reason: null,
  changes: [
    { field: 'fld_note', before: 'older words', after: null },
    { field: 'lines', line: 'l1', before: { quantity: 1 }, after: { quantity: 2 }, changes: [{ field: 'quantity', before: 1, after: 2 }] },
  ],
}

function serve(routes: FakeRoutes = {}): Asked[] {
  return startFakeServer({
    ...SIGNED_IN,
    'GET /apps/sales/definition': () => ({ ...DEFINITION, trees: TREES }),
    [`GET ${ENTITY}/records/o1`]: () => STORED,
    [`GET ${ENTITY}/records/o1/history`]: () => ({ items: [CHANGE], next_cursor: null }),
    [`POST ${ENTITY}/records:compute`]: ({ body }) => ({ values: { status: 'draft', ...(body as { values: object }).values }, issues: [] }),
    ...routes,
  })
}

async function openOrder(routes: FakeRoutes = {}) {
  const asked = serve(routes)
  const view = renderRoutes(ROUTES, '/a/sales/e/order/o1')
  await screen.findByRole('heading', { name: 'SO0001' })
  return { ...view, asked }
}

const sent = (asked: readonly Asked[], method: string) => asked.filter((each) => each.method === method && each.path.startsWith(`${ENTITY}/records`) && !/:(compute|forecast)$/.test(each.path))
const note = () => screen.getByLabelText('Note')
const save = () => screen.getByRole('button', { name: 'Save' })

test('a record is shown with its title and status, and passes the audit', async () => {
  const { container } = await openOrder()

  expect(screen.getByRole('grid', { name: 'Lines' })).toBeTruthy()
  expect(screen.getAllByText('Draft').length).toBeGreaterThan(0)
  expect((save() as HTMLButtonElement).disabled).toBe(true)
  await expectAccessible(container)
})

test('only what changed is sent, with the version it is based on', async () => {
  const { asked, user } = await openOrder({ [`PATCH ${ENTITY}/records/o1`]: () => ({ ...STORED, version: 4, note: 'hi' }) })

  await user.type(note(), 'hi')
  await user.click(save())

  await screen.findByText('Saved.')
  const [patch] = sent(asked, 'PATCH')
  expect(patch?.body).toEqual({ note: 'hi' })
  expect(patch?.headers.get('If-Match')).toBe('"3"')
  expect(screen.queryByText(/Unsaved/)).toBeNull()
})

test('formulas follow while a line is typed', async () => {
  const { user } = await openOrder()
  const [, first] = within(screen.getByRole('grid', { name: 'Lines' })).getAllByRole('row')

  fireEvent.mouseDown(within(first as HTMLElement).getAllByRole('gridcell')[1] as HTMLElement)
  await user.keyboard('5')
  fireEvent.keyDown(document.activeElement as Element, { key: 'Enter' })

  expect(screen.getAllByText('¥45.00')).toHaveLength(2)
})

test('Ctrl+S saves from within a cell and takes over what is being typed there', async () => {
  const { asked, user } = await openOrder({ [`PATCH ${ENTITY}/records/o1`]: () => ({ ...STORED, version: 4 }) })
  const [, first] = within(screen.getByRole('grid', { name: 'Lines' })).getAllByRole('row')

  fireEvent.mouseDown(within(first as HTMLElement).getAllByRole('gridcell')[1] as HTMLElement)
  await user.keyboard('7')
  fireEvent.keyDown(document.activeElement as Element, { key: 's', ctrlKey: true })

  await screen.findByText('Saved.')
  expect(sent(asked, 'PATCH')[0]?.body).toEqual({ lines: [{ id: 'l1', quantity: 7 }, { id: 'l2' }] })
})

test('what is missing is said at once, and the first place has the focus', async () => {
  const asked = serve()
  const { user } = renderRoutes(ROUTES, '/a/sales/e/order/new')

  await screen.findByRole('heading', { name: 'New Order' })
  await user.click(save())

  expect(await screen.findAllByText('This has to be filled in.')).toHaveLength(2)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/Customer/)))
  expect(sent(asked, 'POST')).toEqual([])
})

test('what the server refuses stands at its field and in its cell, until it is changed', async () => {
  const issues = [
    { code: 'test.note', pointer: '/note', params: {}, message: 'Say more.' },
    { code: 'test.cell', pointer: '/lines/1/quantity', params: {}, message: 'Too few.' },
  ]
  const { user } = await openOrder({ [`PATCH ${ENTITY}/records/o1`]: () => refuse(422, { issues }) })

  await user.type(note(), 'x')
  await user.click(save())

  expect(await screen.findByText('2 things need your attention')).toBeTruthy()
  expect(note().getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByTitle('Too few.')).toBeTruthy()
  await user.type(note(), 'y')
  expect(note().getAttribute('aria-invalid')).not.toBe('true')
  expect(screen.getByTitle('Too few.')).toBeTruthy()
})

test('a newer version is settled field by field, and saved on top of it', async () => {
  const theirs = { ...STORED, version: 5, note: 'theirs', status: 'sent' }
  let stored: typeof STORED | typeof theirs = STORED
  const { asked, user } = await openOrder({
    [`GET ${ENTITY}/records/o1`]: () => stored,
    [`PATCH ${ENTITY}/records/o1`]: ({ headers }) => {
      stored = theirs
      return headers.get('If-Match') === '"5"' ? { ...theirs, version: 6, note: 'mine' } : refuse(412, { current: theirs })
    },
  })

  await user.type(note(), 'mine')
  await user.click(save())
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('theirs')).toBeTruthy()
  expect(within(dialog).getByText('mine')).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Save as chosen' }))

  await waitFor(() => expect(sent(asked, 'PATCH')).toHaveLength(2))
  expect(sent(asked, 'PATCH')[1]?.body).toEqual({ note: 'mine' })
  expect(sent(asked, 'PATCH')[1]?.headers.get('If-Match')).toBe('"5"')
})

test('what was typed without saving comes back, and can be discarded', async () => {
  const first = await openOrder()
  await first.user.type(note(), 'unsaved words')
  await waitFor(() => expect(localStorage.getItem(draftKey(SESSION.user.id, { app: 'sales', entity: 'order' }, 'o1'))).toContain('unsaved words'))
  first.unmount()

  const { user } = renderRoutes(ROUTES, '/a/sales/e/order/o1')
  expect(await screen.findByDisplayValue('unsaved words')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Discard' }))

  expect((note() as HTMLTextAreaElement).value).toBe('')
})

test('leaving with unsaved entries asks first', async () => {
  const { user, router } = await openOrder()

  await user.type(note(), 'x')
  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  await user.click(await screen.findByRole('button', { name: 'Keep editing' }))
  expect(router.state.location.pathname).toBe('/a/sales/e/order/o1')

  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  await user.click(await screen.findByRole('button', { name: 'Leave without saving' }))
  expect(await screen.findByText('home of the app')).toBeTruthy()
})

test('deleting moves to the trash and can be undone', async () => {
  const { asked, user, router } = await openOrder({
    [`DELETE ${ENTITY}/records/o1`]: () => new Response(null, { status: 204 }),
    [`POST ${ENTITY}/records/o1:restore`]: () => STORED,
  })

  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.click(await screen.findByText('Delete'))
  await screen.findByText('home of the app')
  await user.click(await screen.findByRole('button', { name: 'Undo' }))

  await waitFor(() => expect(router.state.location.pathname).toBe('/a/sales/e/order/o1'))
  expect(sent(asked, 'DELETE')[0]?.headers.get('If-Match')).toBe('"3"')
})

test('a new record is filled with defaults, created, and then shown at its own address', async () => {
  const asked = serve({
    'GET /apps/sales/entities/customer/records': () => ({ items: [{ id: 'c1', name: 'Zhang', code: 'C-1' }], next_cursor: null }),
    [`POST ${ENTITY}/records`]: () => STORED,
  })
  const { router, user } = renderRoutes(ROUTES, '/a/sales/e/order/new')
  await screen.findByRole('heading', { name: 'New Order' })
  await waitFor(() => expect(screen.getAllByText('Draft').length).toBeGreaterThan(0))

  await user.click(screen.getByLabelText(/Customer/))
  await user.click(await screen.findByText('Zhang'))
  await user.click(save())

  await waitFor(() => expect(router.state.location.pathname).toBe('/a/sales/e/order/o1'))
  expect(sent(asked, 'POST').map(({ body }) => body)).toEqual([{ customer: 'c1' }])
})

test('a copy begins with the values of the record, but not its number or the ids of its lines', async () => {
  const { asked, user, router } = await openOrder({ [`POST ${ENTITY}/records`]: () => ({ ...STORED, id: 'o1' }) })

  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.click(await screen.findByText('Duplicate'))
  await screen.findByRole('heading', { name: 'New Order' })
  await user.click(save())

  await waitFor(() => expect(router.state.location.pathname).toBe('/a/sales/e/order/o1'))
  const [post] = sent(asked, 'POST')
  expect(post?.body).toEqual({
    status: 'draft',
    customer: 'c1',
    lines: [{ item: 'pen', quantity: 2, price: '5.00' }, { item: 'ink', quantity: 1, price: '20.00' }],
  })
  expect(post?.headers.get('Idempotency-Key')).toBeTruthy()
})

test('the history tells changes in words, and puts a former value back into the form', async () => {
  const { user } = await openOrder()

  await user.click(screen.getByRole('button', { name: 'History' }))
  const history = await screen.findByRole('region', { name: 'History' })
  expect(within(history).getByText('changed the record')).toBeTruthy()
  expect(within(history).getByText('· by import')).toBeTruthy()
  expect(within(history).getByText('line changed')).toBeTruthy()
  await user.click(await within(history).findByRole('button', { name: 'Put the former value of “Note” back' }))

  expect((note() as HTMLTextAreaElement).value).toBe('older words')
})

test('somebody who may only read sees values and no way to save', async () => {
  const rights = { ...DEFINITION.rights, order: { ...DEFINITION.rights['order'], update: false, create: false, delete: false } }
  await openOrder({ 'GET /apps/sales/definition': () => ({ ...DEFINITION, trees: TREES, rights }) })

  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
})

test('a record that is not there says so', async () => {
  serve()
  renderRoutes(ROUTES, '/a/sales/e/order/gone')

  expect(await screen.findByText('There is no such record')).toBeTruthy()
})

const news = () => act(() => tellListeners([{ kind: 'record', app: 'sales', entity: 'order', id: 'o1', version: 4 }]))

test('a record in which nobody writes follows what a flow changes', async () => {
  let stored = STORED
  await openOrder({ [`GET ${ENTITY}/records/o1`]: () => stored })

  stored = { ...STORED, version: 4, status: 'sent' }
  news()

  await waitFor(() => expect(screen.getAllByText('Sent').length).toBeGreaterThan(0))
})

test('a record that somebody is writing in stays as it is', async () => {
  const { user, asked } = await openOrder()
  await user.type(note(), 'mine')
  const readings = () => asked.filter(({ method, path }) => method === 'GET' && path === `${ENTITY}/records/o1`).length
  const before = readings()

  news()

  expect(readings()).toBe(before)
  expect((note() as HTMLTextAreaElement).value).toContain('mine')
})

test('who oversees the app is told who can see a record, and why', async () => {
  const app = { name: 'sales', label: { en: 'Sales' }, description: null, icon: null, color: null, version: '1', entities: [], may_design: false, may_oversee: true }
  const findings = [{ code: 'a', verdict: 'no', words: { en: 'Li Na may see “order”, but not this one.' } }]
  const { asked, user } = await openOrder({
    'GET /apps': () => ({ items: [app] }),
    'GET /apps/sales/staff': () => ({ items: [{ id: 'u1', login: 'lina', name: { en: 'Li Na' }, roles: [] }] }),
    'GET /apps/sales/explain': () => ({ allowed: false, findings }),
  })

  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: /Who can see this, and why/ }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('combobox', { name: 'Choose a person' }))
  await user.click(await screen.findByText('Li Na · lina'))

  expect(await within(dialog).findByText('Li Na may see “order”, but not this one.')).toBeTruthy()
  expect(asked.findLast(({ path }) => path.endsWith('/explain'))?.query).toEqual({ person: 'u1', entity: 'order', record: 'o1', action: 'read' })
  await expectAccessible(dialog)
})

test('others are not offered to look into the rights of people', async () => {
  const { user } = await openOrder()

  await user.click(screen.getByRole('button', { name: 'More' }))

  expect(screen.queryByRole('menuitem', { name: /Who can see this/ })).toBeNull()
})
