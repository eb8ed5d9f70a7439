import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Report } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import ReportDesignerPage from './report-designer-page'

const REPORT: Report = {
  schema: 'tongdao/report/1',
  id: 'rpt_count1',
  name: 'count',
  label: { zh: '订单数', en: 'Number of orders' },
  query: { measures: [{ id: 'orders', home: ORDER.id, aggregate: 'count', label: { en: 'Orders' } }] },
  chart: { kind: 'number', value: 'orders' },
}
const DRAFT = {
  app: 'channel_sales',
  base_release: 1,
  newest_release: 1,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'reports/count.json': REPORT },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [REPORT.id]: 'publish' },
} as unknown as Draft
const ANSWER = {
  as_of: '2026-11-29T08:00:00Z',
  truncated: false,
  columns: [{ id: 'orders', role: 'measure', label: { en: 'Orders' }, kind: 'number', scale: 0 }],
  rows: [{ orders: 12 }],
}
const ROUTES = signedIn([
  { path: '/design/:app/report/:name', Component: ReportDesignerPage },
  { path: '*', element: <p>elsewhere</p> },
])

async function open(more: FakeRoutes = {}) {
  let report = REPORT
  const draft = () => ({ ...DRAFT, documents: { ...DRAFT.documents, 'reports/count.json': report } })
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': draft,
    'POST /apps/channel_sales/query': () => ANSWER,
    'POST /design/channel_sales/commands': ({ body }) => {
      const { kind, params } = body as { readonly kind: string; readonly params: Report }
      if (kind === 'set_report_question') report = { ...report, query: params.query, chart: params.chart }
      return { ...draft(), revision: 1 }
    },
    ...more,
  })
  const view = renderRoutes(ROUTES, '/design/channel_sales/report/count')
  await screen.findByRole('region', { name: 'Values' })
  return { ...view, asked }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith('/commands')).map(({ body }) => body as { readonly kind: string; readonly params: unknown })

describe('designing a report', () => {
  test('opening one changes nothing', async () => {
    const { asked } = await open()

    expect(await screen.findByText('12')).toBeTruthy()
    expect(edits(asked)).toEqual([])
  })

  test('a field put down is one edit of question and picture', async () => {
    const { asked, user } = await open()

    await user.click(screen.getByRole('button', { name: 'No.' }))

    await waitFor(() => expect(edits(asked)).toHaveLength(1))
    expect(edits(asked)[0]).toMatchObject({
      kind: 'set_report_question',
      params: { report: REPORT.id, query: { dimensions: [{ id: 'no', home: ORDER.id, field: 'fld_no0001' }] }, drill: null },
    })
    expect(screen.getByRole('button', { name: 'Take “No.” off' })).toBeTruthy()
  })

  test('a chip is renamed in place, and taken off by Delete', async () => {
    const { asked, user } = await open()

    const chip = screen.getByRole('button', { name: 'Orders · Count' })
    chip.focus()
    await user.keyboard('{F2}')
    await user.keyboard('All orders{Enter}')

    await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { query: { measures: [{ id: 'orders', label: { en: 'All orders' } }] } } }))
    screen.getByRole('button', { name: 'All orders · Count' }).focus()
    await user.keyboard('{Delete}')
    expect(await screen.findByText('Begin with a value')).toBeTruthy()
    // Without a figure it is no question, so the draft keeps the last one.
    expect(edits(asked)).toHaveLength(1)
  })

  test('another picture is chosen, and one that does not fit says what it needs', async () => {
    const { asked, user } = await open()

    await user.click(screen.getByRole('radio', { name: 'Table' }))

    await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { chart: { kind: 'table' } } }))
    expect(screen.getByRole('radio', { name: /Pie Exactly one group and one value/ }).getAttribute('aria-disabled')).toBe('true')
  })

  test('what is in no release yet is not asked', async () => {
    const { asked } = await open({ 'GET /apps/channel_sales/definition': () => ({ ...DEFINITION, entities: [] }) })

    expect(await screen.findByText('Figures come with publishing')).toBeTruthy()
    expect(asked.some(({ path }) => path.endsWith('/query'))).toBe(false)
  })

  test('is accessible', async () => {
    const { container, user } = await open()

    await screen.findByText('12')
    await expectAccessible(container)
    await user.click(screen.getByRole('button', { name: 'Orders · Count' }))
    await screen.findByRole('switch', { name: 'Drawn in the chart' })
    await expectAccessible(container)
  })
})
