import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import ExplorePage from './explore-page'
import { savingCommands } from './saving'

const BOARD = { id: 'dsh_cockp1', name: 'cockpit', label: { zh: '驾驶舱', en: 'Cockpit' } }
const EXPLORED = { ...DEFINITION, explore: true, design: [BOARD.id], dashboards: [BOARD] }

const ANSWER = {
  as_of: '2026-11-29T08:00:00Z',
  truncated: false,
  columns: [{ id: 'amount', role: 'measure', label: { en: 'Amount' }, kind: 'money', scale: 2, currency: 'CNY' }],
  rows: [{ amount: '96.50' }],
}
const EXPLORING: FakeRoutes = {
  ...SIGNED_IN,
  'GET /apps/channel_sales/definition': () => EXPLORED,
  'POST /apps/channel_sales/query': () => ANSWER,
  'POST /design/channel_sales:apply': () => ({ release: 2, made: ['rpt_new001', 'til_new001'] }),
}
const ROUTES = signedIn([
  { path: '/a/:app/explore', Component: ExplorePage },
  { path: '/a/:app/dashboards/:dashboard', element: <p>the board</p> },
])

function open(routes: FakeRoutes = EXPLORING) {
  return { asked: startFakeServer(routes), ...renderRoutes(ROUTES, '/a/channel_sales/explore') }
}

describe('exploring', () => {
  test('a chosen field goes where it usually goes, and the picture follows', async () => {
    const { asked, user } = open()

    await user.click(await screen.findByRole('button', { name: 'Amount' }))

    expect(await screen.findByRole('button', { name: 'Amount ¥96.50' })).toBeTruthy()
    expect(asked.findLast(({ path }) => path.endsWith('/query'))?.body).toEqual({
      query: { measures: [{ id: 'amount', label: { zh: '金额', en: 'Amount' }, home: 'ent_order1', aggregate: 'sum', field: 'fld_amount' }] },
      language: 'en',
    })
  })

  test('what cannot be asked is explained, its chip marked, and taken back', async () => {
    const issue = { code: 'test.unsafe', pointer: '/measures/0', params: {}, message: 'This would be counted twice.' }
    const { container, user } = open({ ...EXPLORING, 'POST /apps/channel_sales/query': () => refuse(422, { issues: [issue] }) })

    await user.click(await screen.findByRole('button', { name: 'Sales order (count)' }))
    expect(await screen.findByText('This would be counted twice.')).toBeTruthy()
    expect(container.querySelectorAll('[data-refused=true]')).toHaveLength(1)

    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Begin with a value')).toBeTruthy()
  })

  test('is saved as a report on a dashboard in one release', async () => {
    const { asked, user } = open()

    await user.click(await screen.findByRole('button', { name: 'Sales order (count)' }))
    await user.click(await screen.findByRole('button', { name: 'Save as report' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'How many')
    const [, save] = screen.getAllByRole('button', { name: 'Save as report', hidden: true })
    if (save) await user.click(save)

    expect(await screen.findByText('the board')).toBeTruthy()
    expect(asked.find(({ path }) => path.endsWith(':apply'))?.body).toMatchObject({
      note: 'New report “How many”',
      commands: [
        { kind: 'add_report', params: { label: { en: 'How many', zh: 'How many' }, chart: { kind: 'number', value: 'sales_order_count' } } },
        { kind: 'add_tile', params: { dashboard: BOARD.id } },
      ],
    })
  })

  test('goes onto a new dashboard, the first one of an app as well', async () => {
    const made = { id: '', name: 'sales', label: { en: 'Sales' } }
    const { asked, user } = open({
      ...EXPLORING,
      'GET /apps/channel_sales/definition': () => ({ ...EXPLORED, design: [DEFINITION.app.id], dashboards: made.id === '' ? [] : [made] }),
      'POST /design/channel_sales:apply': ({ body }) => {
        made.id = (body as { readonly commands: readonly { readonly params: { readonly id: string } }[] }).commands[0]?.params.id ?? ''
        return { release: 2, made: [] }
      },
    })

    await user.click(await screen.findByRole('button', { name: 'Sales order (count)' }))
    await user.click(await screen.findByRole('button', { name: 'Save as report' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'How many')
    await user.type(await screen.findByRole('textbox', { name: 'Name of the dashboard' }), 'Sales')
    const [, save] = screen.getAllByRole('button', { name: 'Save as report', hidden: true })
    if (save) await user.click(save)

    expect(await screen.findByText('the board')).toBeTruthy()
    expect(asked.find(({ path }) => path.endsWith(':apply'))?.body).toMatchObject({
      commands: [{ kind: 'add_dashboard', params: { label: { en: 'Sales' }, for_all: true } }, { kind: 'add_report' }, { kind: 'add_tile', params: { dashboard: made.id } }],
    })
  })

  test('is proposed in the draft by somebody who may not publish', async () => {
    const refused = { issues: [{ code: 'design.publish.not_permitted', pointer: '/dashboards/cockpit', params: { document: 'cockpit' } }] }
    let revision = 7
    const { asked, user } = open({
      ...EXPLORING,
      'POST /design/channel_sales:apply': () => refuse(403, refused),
      'GET /design/channel_sales': () => ({ revision }),
      'POST /design/channel_sales/commands': () => {
        revision += 1
        return { revision }
      },
    })

    await user.click(await screen.findByRole('button', { name: 'Sales order (count)' }))
    await user.click(await screen.findByRole('button', { name: 'Save as report' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'How many')
    const [, save] = screen.getAllByRole('button', { name: 'Save as report', hidden: true })
    if (save) await user.click(save)

    expect(await screen.findByText(/Added to the draft/)).toBeTruthy()
    const edits = asked.filter(({ path }) => path.endsWith('/commands')).map(({ body }) => body)
    expect(edits).toMatchObject([
      { revision: 7, kind: 'add_report' },
      { revision: 8, kind: 'add_tile' },
    ])
  })

  test('needs a role that allows it', async () => {
    open({ ...EXPLORING, 'GET /apps/channel_sales/definition': () => ({ ...EXPLORED, explore: false }) })

    expect(await screen.findByText('You may not explore')).toBeTruthy()
  })

  test('is accessible', async () => {
    const { container, user } = open()

    await user.click(await screen.findByRole('button', { name: 'Amount' }))
    await waitFor(() => expect(screen.getByText('¥96.50')).toBeTruthy())
    await expectAccessible(container)
  })
})

test('the report of a saving is the one its tile shows', () => {
  const [report, tile] = savingCommands({ label: {}, asked: { query: { measures: [] }, chart: { kind: 'table' }, drill: [] }, dashboard: { id: 'dsh_cockp1' } })

  expect(report?.params['id']).toMatch(/^rpt_[0-9a-hjkmnp-tv-z]{10}$/)
  expect(tile?.params).toEqual({ dashboard: 'dsh_cockp1', report: report?.params['id'], w: 12, h: 9 })
})
