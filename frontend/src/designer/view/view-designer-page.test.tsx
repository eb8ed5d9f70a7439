import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { ALL_ORDERS, DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity, View } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import ViewDesignerPage from './view-designer-page'

const ROUTES = signedIn([
  { path: '/design/:app/view/:name', Component: ViewDesignerPage },
  { path: '/design/:app', element: <p>all that can be designed</p> },
])
const RECORDS = {
  items: [
    { id: 'r1', version: 1, no: 'SO-1', amount: '120.00' },
    { id: 'r2', version: 1, no: 'SO-2', amount: '20.00' },
  ],
  next_cursor: null,
  total: 2,
  release: 1,
}
const VIEW: View = { ...ALL_ORDERS, columns: [{ field: 'fld_no0001' }, { field: 'fld_amount' }] }

function draftOf(view: View, more: Partial<Draft> = {}): Draft {
  return {
    app: 'channel_sales',
    base_release: 1,
    newest_release: 1,
    revision: 0,
    documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'views/orders.json': view },
    commands: [],
    can_undo: false,
    can_redo: false,
    issues: [],
    effect: { [view.id]: 'publish', [ORDER.id]: 'publish' },
    ...more,
  } as Draft
}

async function open(view: View = VIEW, more: FakeRoutes = {}) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => draftOf(view),
    'GET /apps/channel_sales/entities/sales_order/records': () => RECORDS,
    'POST /design/channel_sales/commands': () => draftOf(view, { revision: 1 }),
    ...more,
  })
  const shown = renderRoutes(ROUTES, '/design/channel_sales/view/orders')
  const canvas = within(await screen.findByRole('region', { name: 'List canvas' }))
  return { ...shown, asked, canvas }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ body }) => body as { kind: string; params: object })

test('the list stands there with its records, as this person may see them', async () => {
  const { canvas } = await open()

  expect(await canvas.findByText('SO-1')).toBeTruthy()
  expect(canvas.getByText('2 of 2 records, as you may see them')).toBeTruthy()
})

test('a field of the palette becomes the last column', async () => {
  const { asked, user } = await open({ ...VIEW, columns: [{ field: 'fld_no0001' }] })

  await user.dblClick(screen.getByLabelText(/^Amount: /))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_view_columns', params: { view: VIEW.id, columns: [{ field: 'fld_no0001' }, { field: 'fld_amount' }] } }))
})

test('columns are moved and taken off with the keyboard', async () => {
  const { asked, canvas, user } = await open()

  const head = await canvas.findByRole('button', { name: 'Amount' })
  head.focus()
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}{Delete}')

  await waitFor(() => expect(edits(asked).map(({ params }) => params)).toMatchObject([{ columns: [{ field: 'fld_amount' }, { field: 'fld_no0001' }] }, { columns: [{ field: 'fld_no0001' }] }]))
})

test('a column taken off takes its colours along', async () => {
  const { asked, canvas, user } = await open({ ...VIEW, colors: [{ when: 'amount > 100', color: 'red', field: 'fld_amount' }] })

  const head = await canvas.findByRole('button', { name: 'Amount' })
  head.focus()
  await user.keyboard('{Delete}')

  await waitFor(() => expect(edits(asked).map(({ kind, params }) => [kind, params])).toMatchObject([['set_view_property', { property: 'colors', value: [] }], ['set_view_columns', {}]]))
})

test('the way of showing, the order and a colour are set beside it', async () => {
  const { asked, user } = await open()
  const panel = within(screen.getByRole('complementary', { name: 'Properties' }))

  await user.click(panel.getByText('Calendar'))
  await user.click(panel.getByRole('button', { name: 'Add to the order' }))
  await user.click(panel.getByRole('button', { name: 'Add a colour rule' }))

  await waitFor(() =>
    expect(edits(asked).map(({ params }) => params)).toMatchObject([
      { property: 'kind', value: 'calendar' },
      { property: 'sort', value: [{ field: 'fld_no0001' }] },
      { property: 'colors', value: [{ when: 'TRUE', color: 'red' }] },
    ]),
  )
})

test('records that meet a rule have its colour', async () => {
  const { container, canvas } = await open(
    { ...VIEW, colors: [{ when: 'amount > 100', color: 'red' }] },
    { 'GET /apps/channel_sales/entities/sales_order/records': ({ query }) => (query['marks'] === '["amount > 100"]' ? { ...RECORDS, marked: [[RECORDS.items[0]?.id]] } : RECORDS) },
  )

  await canvas.findByText('SO-1')
  expect(container.querySelectorAll('tr[class*="coloredRow"]')).toHaveLength(1)
})

test('a view of something new says when its records will be seen', async () => {
  const entity = { ...ORDER, id: 'ent_new001', name: 'visit' }
  const view = { ...VIEW, entity: entity.id }
  startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => draftOf(view, { documents: { 'app.json': DEFINITION.app, 'entities/visit.json': entity, 'views/orders.json': view } }) })
  renderRoutes(ROUTES, '/design/channel_sales/view/orders')

  expect(await screen.findByText('Real records are shown once this is published')).toBeTruthy()
})

test('a new view needs a name, and is opened once it is there', async () => {
  const made = { ...VIEW, id: 'viw_due001', name: 'due', label: { en: 'Due this month' } }
  const draft = draftOf(VIEW)
  const { asked, user, router } = await open(VIEW, {
    'POST /design/channel_sales/commands': () => ({ ...draft, revision: 1, documents: { ...draft.documents, 'views/due.json': made } }),
  })

  await user.click(screen.getByRole('button', { name: /1 view/ }))
  await user.click(await screen.findByRole('menuitem', { name: /New list/ }))
  await user.type(await screen.findByRole('textbox', { name: 'Name of the view' }), 'Due this month{Enter}')

  await waitFor(() => expect(router.state.location.pathname).toBe('/design/channel_sales/view/due'))
  expect(edits(asked)[0]).toMatchObject({ kind: 'add_view', params: { entity: ORDER.id, label: { en: 'Due this month' }, kind: 'grid' } })
})

test('the designer of lists can be used without seeing it', async () => {
  const { container, canvas } = await open()
  await canvas.findByText('SO-1')

  await expectAccessible(container)
})

const DATED: Entity = { ...ORDER, fields: [...ORDER.fields, { id: 'fld_date01', name: 'date', type: 'date', label: { en: 'Date' } }] }
const GROUPED: View = { ...VIEW, groups: [{ field: 'fld_no0001' }, { field: 'fld_date01', grain: 'month' }] }

function openGrouped() {
  const draft = draftOf(GROUPED, { documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': DATED, 'views/orders.json': GROUPED } })
  return open(GROUPED, {
    'GET /apps/channel_sales/definition': () => ({ ...DEFINITION, entities: [DATED] }),
    'GET /design/channel_sales': () => draft,
    'POST /design/channel_sales/commands': () => draft,
    'GET /apps/channel_sales/entities/sales_order/records:groups': ({ query }) => ({ items: [{ value: query['by'] === 'no' ? 'SO-1' : '2026-11-01', count: 1, sums: { amount: '120.00' } }], groups: 1, total: 1, release: 1 }),
  })
}

test('levels of groups are added, turned, stepped and removed beside the list', async () => {
  const { asked, user } = await openGrouped()
  const panel = within(screen.getByRole('complementary', { name: 'Properties' }))
  const values = () => edits(asked).map(({ params }) => 'value' in params && params.value)

  await user.click(panel.getByRole('button', { name: 'Order of level 1: Smallest first' }))
  await user.click(panel.getByRole('button', { name: 'Add a level' }))
  panel.getByRole('button', { name: 'Move level 2' }).focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await user.click(panel.getByRole('button', { name: 'Remove level 1' }))

  await waitFor(() =>
    expect(values()).toEqual([
      [{ field: 'fld_no0001', descending: true }, { field: 'fld_date01', grain: 'month' }],
      [{ field: 'fld_no0001' }, { field: 'fld_date01', grain: 'month' }, expect.objectContaining({ field: expect.any(String) })],
      [{ field: 'fld_date01', grain: 'month' }, { field: 'fld_no0001' }],
      [{ field: 'fld_date01', grain: 'month' }],
    ]),
  )
})

test('groups stand on the canvas with their sums, as they will be in use', async () => {
  const { canvas, container } = await openGrouped()

  expect(await canvas.findByRole('button', { name: 'SO-2' })).toBeTruthy()
  expect(canvas.getAllByRole('row', { expanded: true }).map((row) => [row.getAttribute('aria-level'), row.textContent])).toEqual([
    ['1', expect.stringMatching(/^SO-11 record.*120\.00/)],
    ['2', expect.stringMatching(/^Nov 20261 record.*120\.00/)],
  ])
  await expectAccessible(container)
})
