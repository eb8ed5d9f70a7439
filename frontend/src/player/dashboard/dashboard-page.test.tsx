import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Dashboard, Report } from '@/generated/metadata'

import { boardCommands, newTile } from '@/plugins/boards/board-edits'
import { fieldChoices } from '@/plugins/boards/filter-entry'
import { readValues, toggled } from './board-state'
import DashboardPage from './dashboard-page'

const COUNT: Report = {
  schema: 'tongdao/report/1',
  id: 'rpt_count1',
  name: 'count',
  label: { zh: '订单数', en: 'Number of orders' },
  source: { en: 'Finance handbook 3.2' },
  query: {
    measures: [{ id: 'orders', home: ORDER.id, aggregate: 'count', label: { en: 'Orders' } }],
    compare: { with: 'previous_period' },
  },
  chart: { kind: 'number', value: 'orders' },
}
const BY_NO: Report = {
  ...COUNT,
  id: 'rpt_byno01',
  name: 'by_no',
  label: { en: 'Amount by number' },
  query: {
    measures: [{ id: 'amount', home: ORDER.id, aggregate: 'sum', field: 'fld_amount', label: { en: 'Amount' } }],
    dimensions: [{ id: 'no', field: 'fld_no0001', label: { en: 'No.' } }],
  },
  chart: { kind: 'table' },
}
const DASHBOARD: Dashboard = {
  schema: 'tongdao/dashboard/1',
  id: 'dsh_cockp1',
  name: 'cockpit',
  label: { zh: '驾驶舱', en: 'Cockpit' },
  filters: [{ id: 'flt_amount', label: { en: 'Order number' }, fields: ['fld_no0001'], operator: 'in', value: ['A-1'] }],
  tiles: [
    { id: 'til_byno01', report: BY_NO.id, x: 6, y: 0, w: 12, h: 8 },
    { id: 'til_count1', report: COUNT.id, x: 0, y: 0, w: 6, h: 4 },
    { id: 'til_words1', text: { en: 'Read this first' }, x: 0, y: 9, w: 6, h: 2 },
    { id: 'til_gone01', report: 'rpt_gone01', x: 6, y: 9, w: 6, h: 2 },
  ],
}

const AS_OF = { as_of: '2026-11-29T08:00:00Z', truncated: false }
const COUNTED = {
  ...AS_OF,
  columns: [{ id: 'orders', role: 'measure', label: { en: 'Orders' }, kind: 'number', scale: 0 }],
  rows: [{ orders: 12 }],
  comparison: [{ orders: 10 }],
}
const LISTED = {
  ...AS_OF,
  truncated: true,
  columns: [
    { id: 'no', role: 'dimension', label: { en: 'No.' }, kind: 'text' },
    { id: 'amount', role: 'measure', label: { en: 'Amount' }, kind: 'money', scale: 2, currency: 'CNY' },
  ],
  rows: [
    { no: 'A-1', amount: '96.50' },
    { no: 'A-2', amount: '3.50' },
  ],
}
const DRILLED = {
  entity: 'sales_order',
  items: [{ id: 'r-1', no: 'A-1', amount: '96.50', version: 1 }],
  next_cursor: null,
  total: 1,
  sum: '96.50',
}

const DESIGNED = { ...DEFINITION, design: [DASHBOARD.id], dashboards: [{ id: DASHBOARD.id, name: 'cockpit', label: DASHBOARD.label }] }

const BOARD: FakeRoutes = {
  ...SIGNED_IN,
  'GET /apps/channel_sales/definition': () => DESIGNED,
  'GET /apps/channel_sales/dashboards/cockpit': () => ({ dashboard: DASHBOARD, reports: [COUNT, BY_NO] }),
  'POST /apps/channel_sales/query': ({ body }) => (JSON.stringify(body).includes('fld_amount') ? LISTED : COUNTED),
  'POST /apps/channel_sales/query:drill': () => DRILLED,
}
const ROUTES = signedIn([{ path: '/a/:app/dashboards/:dashboard', Component: DashboardPage }])

interface Asking {
  readonly query: { readonly filters?: unknown; readonly measures: readonly { readonly id: string }[] }
}

function open(routes: FakeRoutes = BOARD, at = '/a/channel_sales/dashboards/cockpit') {
  const asked = startFakeServer(routes)
  const filtersFor = (measure: string) => {
    const bodies = asked.filter(({ path }) => path.endsWith('/query')).map(({ body }) => body as Asking)
    return bodies.findLast(({ query }) => query.measures[0]?.id === measure)?.query.filters
  }
  return { asked, filtersFor, ...renderRoutes(ROUTES, at) }
}

function applied(asked: ReturnType<typeof open>['asked']) {
  return (asked.find(({ path }) => path.endsWith(':apply'))?.body as { readonly commands: unknown } | undefined)?.commands
}

describe('a dashboard', () => {
  test('shows its tiles in reading order, with what changed', async () => {
    open()

    await screen.findByRole('button', { name: 'Orders 12' })
    await screen.findByText('¥96.50')
    expect(screen.getAllByRole('article').map((tile) => tile.getAttribute('aria-label'))).toEqual(['Number of orders', 'Amount by number'])
    expect(screen.getByText('20.0%')).toBeTruthy()
    expect(screen.getByText('Read this first')).toBeTruthy()
    expect(screen.getByText(/is gone, or you may not see it/)).toBeTruthy()
  })

  test('asks with the filters its author set, and says when a result is cut off', async () => {
    const { filtersFor } = open()

    expect(await screen.findByText(/Only the first 2 rows/)).toBeTruthy()
    expect(filtersFor('amount')).toEqual([{ dimension: 'no', operator: 'in', value: ['A-1'] }])
    expect(filtersFor('orders')).toEqual([{ home: ORDER.id, field: 'fld_no0001', operator: 'in', value: ['A-1'] }])
  })

  test('takes filters from its address', async () => {
    const { filtersFor } = open(BOARD, `/a/channel_sales/dashboards/cockpit?filters=${encodeURIComponent('{"flt_amount":null}')}`)

    await screen.findByText('¥96.50')
    expect(filtersFor('amount')).toBeUndefined()
  })

  test('filters the other tiles by a chosen member, and lets go of it', async () => {
    const { filtersFor, user } = open()

    await user.click(await screen.findByRole('button', { name: 'A-2' }))
    await waitFor(() => expect(JSON.stringify(filtersFor('orders'))).toContain('A-2'))
    expect(JSON.stringify(filtersFor('amount'))).not.toContain('A-2')

    await user.click(screen.getByRole('button', { name: /No longer only/ }))
    expect(screen.queryByText(/From “Amount by number”/)).toBeNull()
  })

  test('leads from a figure to its records, whose sum is the figure', async () => {
    const { asked, user } = open()

    await user.click(await screen.findByRole('button', { name: '¥96.50' }))

    const drawer = await screen.findByRole('dialog')
    expect((await within(drawer).findByRole('link', { name: 'A-1' })).getAttribute('href')).toBe('/a/channel_sales/e/sales_order/r-1')
    expect(within(drawer).getByText('the same as the figure')).toBeTruthy()
    expect(asked.at(-1)?.body).toMatchObject({ measure: 'amount', cell: { no: 'A-1' }, query: { filters: [{ dimension: 'no' }] } })
  })

  test('leads from the figure of the rest to its records', async () => {
    const rest = { ...LISTED, truncated: false, rows: [...LISTED.rows, { no: null, _others: true, amount: '5.00' }] }
    const query: FakeRoutes[string] = ({ body }) => (JSON.stringify(body).includes('fld_amount') ? rest : COUNTED)
    const { asked, user } = open({ ...BOARD, 'POST /apps/channel_sales/query': query })

    await user.click(await screen.findByRole('button', { name: '¥5.00' }))

    await screen.findByRole('dialog')
    expect(asked.findLast(({ path }) => path.endsWith(':drill'))?.body).toMatchObject({ measure: 'amount', cell: { no: null, _others: true } })
  })

  test('says when the records no longer add up to the figure', async () => {
    const { user } = open({ ...BOARD, 'POST /apps/channel_sales/query:drill': () => ({ ...DRILLED, sum: '90.00' }) })

    await user.click(await screen.findByRole('button', { name: '¥96.50' }))

    expect(await screen.findByText(/The figure says ¥96.50/)).toBeTruthy()
  })

  test('tells where a number comes from', async () => {
    const { user } = open()

    await user.click(await screen.findByRole('button', { name: 'More for “Number of orders”' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Show the definition' }))

    expect(await screen.findByText('Finance handbook 3.2')).toBeTruthy()
    expect(screen.getByText('Count of Sales order')).toBeTruthy()
    expect(screen.getByText('Sales order › No. is one of A-1')).toBeTruthy()
  })

  test('says in words what is refused and what is absent', async () => {
    const issue = { code: 'test.slow', pointer: '', params: {}, message: 'That took too long.' }
    open({ ...BOARD, 'POST /apps/channel_sales/query': () => refuse(422, { issues: [issue] }) })
    
    await waitFor(() => expect(screen.getAllByText('That took too long.')).toHaveLength(2))
  })

  test('that does not exist says so', async () => {
    open(BOARD, '/a/channel_sales/dashboards/nothing')

    expect(await screen.findByText('There is no such dashboard')).toBeTruthy()
  })

  test('offers arranging only to who may design it', async () => {
    open({ ...BOARD, 'GET /apps/channel_sales/definition': () => ({ ...DESIGNED, design: [] }) })

    await screen.findByText('¥96.50')
    expect(screen.queryByRole('button', { name: 'Edit dashboard' })).toBeNull()
  })

  test('is accessible', async () => {
    const { container } = open()

    await screen.findByText('¥96.50')
    await expectAccessible(container)
  })
})

describe('a board as a whole', () => {
  const DESIGNER: FakeRoutes = {
    ...BOARD,
    'GET /apps/channel_sales/definition': () => ({ ...DESIGNED, design: [DASHBOARD.id, DEFINITION.app.id] }),
    'POST /design/channel_sales:apply': () => ({ release: 2, made: [] }),
  }

  test('is read anew as often as its author says', async () => {
    const { asked, user } = open(DESIGNER)

    await user.click(await screen.findByRole('button', { name: 'Edit dashboard' }))
    await user.type(await screen.findByLabelText('Seconds between refreshes'), '60')
    await user.click(screen.getByRole('button', { name: 'Save and publish' }))

    await waitFor(() => expect(applied(asked)).toEqual([{ kind: 'set_dashboard_property', params: { dashboard: DASHBOARD.id, property: 'refresh', value: 60 } }]))
  })

  test('loses a filter, and gets one only with a name and fields', async () => {
    const { asked, user } = open(DESIGNER)

    await user.click(await screen.findByRole('button', { name: 'Edit dashboard' }))
    await user.click(await screen.findByRole('button', { name: 'Add a filter' }))
    expect(screen.getByRole('button', { name: 'Save and publish' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: 'Remove “Period”' }))
    await user.click(screen.getByRole('button', { name: 'Remove “Order number”' }))
    await user.click(screen.getByRole('button', { name: 'Save and publish' }))

    await waitFor(() => expect(applied(asked)).toEqual([{ kind: 'set_dashboard_property', params: { dashboard: DASHBOARD.id, property: 'filters', value: null } }]))
  })

  test('is removed once that is confirmed', async () => {
    let isGone = false
    const { asked, user, router } = open({
      ...DESIGNER,
      'POST /design/channel_sales:apply': () => {
        isGone = true
        return { release: 2, made: [] }
      },
      'GET /apps/channel_sales/dashboards/cockpit': () => (isGone ? refuse(404, {}) : { dashboard: DASHBOARD, reports: [COUNT, BY_NO] }),
    })

    await user.click(await screen.findByRole('button', { name: 'Edit dashboard' }))
    await user.click(await screen.findByRole('button', { name: 'Remove dashboard' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove dashboard' }))

    await waitFor(() => expect(applied(asked)).toEqual([{ kind: 'remove_dashboard', params: { dashboard: DASHBOARD.id } }]))
    await waitFor(() => expect(router.state.location.pathname).toBe('/a/channel_sales'))
  })

  test('is made beside another one, for the same people', async () => {
    const { asked, user } = open(DESIGNER)

    await user.click(await screen.findByRole('button', { name: 'New dashboard' }))
    await user.type(await screen.findByLabelText('Name'), 'Costs')
    await user.click(screen.getByRole('button', { name: 'Create and publish' }))

    const params = { id: expect.stringMatching(/^dsh_[0-9a-z]{10}$/), label: { en: 'Costs', zh: 'Costs' }, like: DASHBOARD.id }
    await waitFor(() => expect(applied(asked)).toEqual([{ kind: 'add_dashboard', params }]))
  })

  test('offers fields by what a filter chooses', () => {
    expect(fieldChoices(DEFINITION, 'members', 'en')).toContainEqual({ value: 'fld_no0001', label: 'Sales order › No.' })
    expect(fieldChoices(DEFINITION, 'period', 'en').map(({ value }) => value)).not.toContain('fld_no0001')
  })
})

describe('arranging', () => {
  test('says only what changed', () => {
    const [byNo, count, , gone] = DASHBOARD.tiles
    if (!byNo || !count || !gone) throw new Error('the board has tiles')
    const added = newTile(DASHBOARD.tiles, { report: COUNT.id })

    expect(boardCommands(DASHBOARD, DASHBOARD.tiles)).toEqual([])
    expect(boardCommands(DASHBOARD, [{ ...byNo, x: 8 }, { ...count, label: { en: 'All' } }, gone, added])).toEqual([
      { kind: 'remove_tile', params: { dashboard: 'dsh_cockp1', tile: 'til_words1' } },
      { kind: 'move_tile', params: { dashboard: 'dsh_cockp1', tile: 'til_byno01', x: 8, y: 0, w: 12, h: 8 } },
      { kind: 'set_tile', params: { dashboard: 'dsh_cockp1', tile: 'til_count1', property: 'label', value: { en: 'All' } } },
      { kind: 'add_tile', params: { dashboard: 'dsh_cockp1', report: 'rpt_count1', x: 0, y: 11, w: 8, h: 8 } },
    ])
  })
})

test('an address that holds no filters is as if it held none', () => {
  expect(readValues('{"a":{"kind":"period"},"b":null,"c":{"kind":"members","members":[]}}')).toEqual({ b: null, c: { kind: 'members', members: [] } })
  expect(readValues('not json')).toEqual({})
})

test('choosing a member again lets go of it, another one takes its place', () => {
  const cross = { tile: 't', dimension: { id: 'd', field: 'f' }, home: 'h', value: 1, title: 'one' }

  expect(toggled([cross], cross)).toEqual([])
  expect(toggled([cross], { ...cross, value: 2 })).toEqual([{ ...cross, value: 2 }])
})
