import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Dashboard, Report } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import { DraftingProvider } from '../drafting/drafting-provider'
import DashboardDesignerPage from './dashboard-designer-page'
import NewDashboard from './new-dashboard'

const REPORT: Report = {
  schema: 'tongdao/report/1',
  id: 'rpt_count1',
  name: 'count',
  label: { en: 'Number of orders' },
  query: { measures: [{ id: 'orders', home: ORDER.id, aggregate: 'count', label: { en: 'Orders' } }] },
  chart: { kind: 'number', value: 'orders' },
}
const BOARD: Dashboard = { schema: 'tongdao/dashboard/1', id: 'dsh_cockp1', name: 'cockpit', label: { zh: '驾驶舱', en: 'Cockpit' }, tiles: [{ id: 'til_count1', report: REPORT.id, x: 0, y: 0, w: 6, h: 4 }] }
const ROLE = { schema: 'tongdao/role/1', id: 'rol_sales1', name: 'sales', label: { en: 'Sales' }, dashboards: [BOARD.id] }
const DRAFT = {
  app: 'channel_sales',
  base_release: 1,
  newest_release: 1,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'reports/count.json': REPORT, 'dashboards/cockpit.json': BOARD, 'roles/sales.json': ROLE },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [BOARD.id]: 'publish', [REPORT.id]: 'publish', [ROLE.id]: 'publish' },
} as unknown as Draft
const ANSWER = { as_of: '2026-11-29T08:00:00Z', truncated: false, columns: [{ id: 'orders', role: 'measure', label: { en: 'Orders' }, kind: 'number', scale: 0 }], rows: [{ orders: 12 }] }
const ROUTES = signedIn([
  { path: '/design/:app/dashboard/:name', Component: DashboardDesignerPage },
  { path: '/design/:app/report/:name', element: <p>the report</p> },
  { path: '*', element: <p>elsewhere</p> },
])

async function open(more: FakeRoutes = {}) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => DRAFT,
    'POST /apps/channel_sales/query': () => ANSWER,
    'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1 }),
    ...more,
  })
  const view = renderRoutes(ROUTES, '/design/channel_sales/dashboard/cockpit')
  await screen.findByRole('region', { name: 'Layout of the dashboard' })
  const palette = within(screen.getByRole('navigation', { name: 'What can be put on the dashboard' }))
  return { ...view, asked, palette }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith('/commands')).map(({ body }) => body as { readonly kind: string; readonly params: Readonly<Record<string, unknown>> })

test('Enter makes one new dashboard, not another by the form around the name', async () => {
  const asked = startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => DRAFT, 'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1 }) })
  const dialog = <NewDashboard app="channel_sales" onClose={() => undefined} />
  const { user } = renderRoutes(signedIn([{ path: '/design/:app', element: <DraftingProvider app="channel_sales">{dialog}</DraftingProvider> }]), '/design/channel_sales')

  await user.type(await screen.findByLabelText('Name'), 'Overview{Enter}')

  await waitFor(() => expect(edits(asked).map(({ kind }) => kind)).toEqual(['add_dashboard']))
})

describe('designing a dashboard', () => {
  test('what is pressed in the palette finds a place beside the last tile', async () => {
    const { asked, palette, user } = await open()

    await user.click(palette.getByRole('button', { name: 'Number of orders' }))
    await user.click(palette.getByRole('button', { name: 'Words' }))

    await waitFor(() => expect(edits(asked)).toHaveLength(2))
    expect(edits(asked)[0]).toMatchObject({ kind: 'add_tile', params: { dashboard: BOARD.id, report: REPORT.id, x: 6, y: 0, w: 6, h: 4, places: {} } })
    expect(edits(asked)[1]).toMatchObject({ kind: 'add_tile', params: { text: { en: 'Write something here' }, x: 6, y: 0, w: 8, h: 3 } })
  })

  test('a tile is moved, resized, copied and removed with the keyboard', async () => {
    const { asked, user } = await open()

    screen.getByRole('button', { name: 'Choose “Number of orders”' }).focus()
    await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}{Delete}')

    await waitFor(() =>
      expect(edits(asked)).toMatchObject([
        { kind: 'move_tile', params: { dashboard: BOARD.id, tile: 'til_count1', x: 1, y: 0, w: 6, h: 4, places: {} } },
        { kind: 'move_tile', params: { tile: 'til_count1', x: 0, y: 0, w: 6, h: 5 } },
        { kind: 'add_tile', params: { report: REPORT.id, x: 6, y: 0, w: 6, h: 4 } },
        { kind: 'remove_tile', params: { tile: 'til_count1' } },
      ]),
    )
  })

  test('a new question becomes a report and its tile', async () => {
    const { asked, palette, user } = await open()

    await user.click(palette.getByRole('button', { name: 'New question' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New question' }))
    await user.click(await dialog.findByRole('button', { name: 'Sales order (count)' }))
    await user.click(await dialog.findByRole('button', { name: 'Put on the dashboard' }))

    await waitFor(() => expect(edits(asked)).toHaveLength(2))
    const [report, tile] = edits(asked)
    expect(report).toMatchObject({ kind: 'add_report', params: { label: { en: 'Sales order', zh: '销售订单' }, chart: { kind: 'number', value: 'sales_order_count' } } })
    expect(tile).toMatchObject({ kind: 'add_tile', params: { report: report?.params['id'], w: 6, h: 4 } })
  })

  test('who may open it is chosen by roles, and a first filter is proposed', async () => {
    const { asked, user } = await open()

    await user.click(screen.getByRole('checkbox', { name: 'Sales' }))
    await user.click(screen.getByRole('button', { name: 'Add a filter' }))

    await waitFor(() => expect(edits(asked)).toHaveLength(2))
    expect(edits(asked)[0]).toMatchObject({ kind: 'set_dashboard_access', params: { role: ROLE.id, dashboard: BOARD.id, shown: false } })
    expect(edits(asked)[1]).toMatchObject({ kind: 'set_dashboard_property', params: { property: 'filters', value: [{ kind: 'period' }] } })
  })

  test('is accessible', async () => {
    const { container } = await open()

    await expectAccessible(container)
  })
})
