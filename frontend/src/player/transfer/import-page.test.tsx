import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import ImportPage from './import-page'
import type { Import, Mapping } from './import-state'

const ROUTES = signedIn([{ path: '/a/:app/import/:entity', Component: ImportPage }])
const AT = '/a/channel_sales/import/sales_order?id=i-1'

const rights = DEFINITION.rights['sales_order']
const MAY_IMPORT = { ...DEFINITION, rights: { sales_order: { ...rights, import: true } } }

const PROPOSED: Import = {
  id: 'i-1',
  state: 'proposed',
  entity: 'sales_order',
  file: 'orders.csv',
  encoding: 'UTF-8',
  sheets: [{ name: '', hidden: false, rows: 3, columns: 2 }],
  sheet: '',
  header_row: 1,
  header_rows: 1,
  columns: [
    { column: 'Number', samples: ['A-1', 'A-2'], type: 'text' },
    { column: 'Buyer', samples: ['东方贸易'], type: 'text' },
  ],
  preview: [
    ['Number', 'Buyer'],
    ['A-1', '东方贸易'],
  ],
  rows: 2,
  mapping: { mode: 'upsert', key: ['no'], columns: [{ column: 'Number', field: 'no' }] },
  targets: [
    { field: 'no', label: { zh: '单号', en: 'No.' }, lines: null, type: 'text', required: false, matches: [], may_create: false },
    {
      field: 'customer',
      label: { zh: '客户', en: 'Customer' },
      lines: null,
      type: 'link',
      required: true,
      matches: [{ name: 'name', label: { zh: '名称', en: 'Name' } }],
      may_create: true,
    },
  ],
  progress: { done: 0, total: 0 },
  report: null,
  issues: [],
}

const CHECKED: Import = {
  ...PROPOSED,
  state: 'checked',
  report: {
    created: 1,
    updated: 0,
    failed: 1,
    rows: [{ row: 3, column: 'Buyer', issues: [{ code: 'test.unknown', pointer: '', params: {}, message: '“x” was not found.' }] }],
    more: 0,
  },
}

function serve(routes: FakeRoutes): Asked[] {
  return startFakeServer({ ...SIGNED_IN, 'GET /apps/channel_sales/definition': () => MAY_IMPORT, ...routes })
}

describe('the import wizard', () => {
  test('shows each column with its samples and says which required field has none', async () => {
    serve({ 'GET /imports/i-1': () => PROPOSED })
    renderRoutes(ROUTES, AT)

    const lines = within(await screen.findByRole('list', { name: 'Which column fills which field' })).getAllByRole('listitem')
    expect(lines.map((line) => line.textContent)).toEqual([expect.stringContaining('A-1 · A-2'), expect.stringContaining('东方贸易')])
    expect(screen.getByRole('note').textContent).toContain('Customer')
  })

  test('sends a column to another field, with the way its links are found', async () => {
    const asked = serve({
      'GET /imports/i-1': () => PROPOSED,
      'PATCH /imports/i-1': ({ body }) => ({ ...PROPOSED, mapping: (body as { mapping: Mapping }).mapping }),
    })
    const { user } = renderRoutes(ROUTES, AT)

    await user.click(await screen.findByRole('combobox', { name: '“Buyer” goes to' }))
    await user.click(await screen.findByText('Customer *'))

    expect(await screen.findByText('create if missing')).toBeTruthy()
    const sent = asked.find(({ method }) => method === 'PATCH')?.body as { mapping: Mapping }
    expect(sent.mapping.columns[1]).toEqual({ column: 'Buyer', field: 'customer', match: 'name' })
  })

  test('tells what importing would do and imports the good records only when asked to', async () => {
    const asked = serve({
      'GET /imports/i-1': () => CHECKED,
      'POST /imports/i-1:run': () => ({ ...CHECKED, state: 'done' }),
    })
    const { user } = renderRoutes(ROUTES, AT)

    const run = await screen.findByRole('button', { name: 'Import 1 record' })
    expect(await screen.findByText('“x” was not found.')).toBeTruthy()
    expect(run.hasAttribute('disabled')).toBe(true)
    await user.click(screen.getByRole('checkbox'))
    await user.click(run)

    expect(await screen.findByText('Import finished')).toBeTruthy()
    expect(asked.find(({ path }) => path.endsWith(':run'))?.body).toEqual({ partial: true, flows: false })
  })

  test('shows progress while the server works, and stops it', async () => {
    const running: Import = { ...PROPOSED, state: 'running', progress: { done: 250, total: 1000 } }
    const asked = serve({ 'GET /imports/i-1': () => running, 'POST /imports/i-1:cancel': () => ({ ...running, state: 'cancelled' }) })
    const { user } = renderRoutes(ROUTES, AT)

    expect(await screen.findByText('250 of 1,000 rows')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop' }))

    expect(await screen.findByText('Import stopped')).toBeTruthy()
    expect(asked.some(({ path }) => path.endsWith(':cancel'))).toBe(true)
  })

  test('is closed to people without the right', async () => {
    startFakeServer(SIGNED_IN)
    renderRoutes(ROUTES, '/a/channel_sales/import/sales_order')

    expect(await screen.findByText('You cannot import here')).toBeTruthy()
  })

  test('is accessible while mapping and with a report', async () => {
    let found = PROPOSED
    serve({ 'GET /imports/i-1': () => found })
    const mapping = renderRoutes(ROUTES, AT)
    await screen.findByText('Which column fills which field')
    await expectAccessible(mapping.container)
    mapping.unmount()

    found = CHECKED
    const { container } = renderRoutes(ROUTES, AT)
    await screen.findByText('Rows to look at')
    await expectAccessible(container)
  })
})
