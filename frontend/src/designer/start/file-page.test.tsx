import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { SESSION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import FilePage from './file-page'

const ROUTES = signedIn([
  { path: '/design/new/file/:id', Component: FilePage },
  { path: '/design/:app', element: <p>the designer of the new app</p> },
])

const COLUMN = { use: true, target: null, samples: ['a', 'b'], filled: 6, distinct: 6, misfits: null, reason: { en: 'Texts that all differ' } }

const TABLES = [
  {
    sheet: 'Customers',
    hidden: false,
    rows: 6,
    use: true,
    label: 'Customers',
    header_row: 1,
    key: 0,
    title: 1,
    columns: [
      { ...COLUMN, index: 0, header: 'No.', label: 'No.', type: 'text' },
      { ...COLUMN, index: 1, header: 'Name', label: 'Name', type: 'text' },
    ],
  },
  {
    sheet: 'Orders',
    hidden: false,
    rows: 24,
    use: true,
    label: 'Orders',
    header_row: 1,
    key: null,
    title: 0,
    columns: [
      { ...COLUMN, index: 0, header: 'Order', label: 'Order', type: 'text' },
      { ...COLUMN, index: 1, header: 'Customer', label: 'Customer', type: 'link', target: 'Customers', reason: { en: 'Its values are all found in “Customers”' } },
    ],
  },
]

const DONE = { id: 'i1', state: 'done', progress: { done: 6, total: 6 }, issues: [] }

const serve = (checked: object = { issues: [], misfits: [] }) =>
  startFakeServer({
    ...SIGNED_IN,
    'GET /session': () => ({ ...SESSION, administer: ['apps'] }),
    'POST /workbooks/f1:propose': () => ({ id: 'f1', file: 'Sales.xlsx', types: ['text', 'integer', 'choice', 'link'], tables: TABLES }),
    'POST /workbooks/f1:check': () => checked,
    'POST /design/apps': () => ({
      app: 'sales',
      release: 1,
      imports: [
        { sheet: 'Customers', import: 'i1' },
        { sheet: 'Orders', import: 'i2' },
      ],
    }),
    'GET /imports/i1': () => ({ ...DONE, report: { created: 6, failed: 0, rows: [], more: 0 } }),
    'GET /imports/i2': () => ({
      ...DONE,
      report: { created: 23, failed: 1, rows: [{ row: 9, column: 'Customer', issues: [{ code: 'transfer.link.unknown', pointer: '', params: { value: 'C99' } }] }], more: 0 },
    }),
  })

beforeEach(() => localStorage.clear())

test('what was read is shown, corrected, made, and its rows are told of', async () => {
  const log = serve()
  const { container, user } = renderRoutes(ROUTES, '/design/new/file/f1')
  const name = await screen.findByLabelText('Name of “Name”')
  await expectAccessible(container)

  await user.clear(name)
  await user.type(name, 'Company')
  await user.click(screen.getByRole('checkbox', { name: 'Use “No.”' }))
  await user.click(screen.getByRole('tab', { name: 'Orders' }))
  expect(screen.getByText('Its values are all found in “Customers”')).toBeTruthy()
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: /Create app/ }).disabled).toBe(false))
  await user.click(screen.getByRole('button', { name: 'Create app with 2 tables and 30 rows' }))

  expect(await screen.findByRole('heading', { name: 'The app is ready' })).toBeTruthy()
  expect(screen.getByText('23 records made, 1 rows refused')).toBeTruthy()
  expect(within(screen.getByRole('table')).getByText('9')).toBeTruthy()
  const body = log.find(({ path, method }) => method === 'POST' && path === '/design/apps')?.body as { label: object; workbook: { id: string; tables: { columns: object[] }[] } }
  expect(body.label).toEqual({ en: 'Sales' })
  expect(body.workbook.id).toBe('f1')
  expect(body.workbook.tables[0]?.columns).toEqual([
    { index: 0, label: 'No.', use: false, type: 'text', target: null },
    { index: 1, label: 'Company', use: true, type: 'text', target: null },
  ])
  await user.click(screen.getByRole('button', { name: 'Go on designing' }))
  expect(await screen.findByText('the designer of the new app')).toBeTruthy()
})

test('values that do not fit are told with their row, and what is against the plan keeps it from being made', async () => {
  serve({
    issues: [{ code: 'import.title.missing', pointer: '/tables/0/title', params: {}, words: { en: 'Choose a column that names a record.' } }],
    misfits: [{ sheet: 'Customers', index: 1, count: 2, row: 4, value: 'x', words: { en: '“x” is no number.' } }],
  })
  renderRoutes(ROUTES, '/design/new/file/f1')

  expect(await screen.findByText(/2 values do not fit, the first in row 4\. “x” is no number\./)).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toBe('Choose a column that names a record.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /Create app/ }).disabled).toBe(true)
})

test('corrections are still there after the page is opened again', async () => {
  serve()
  const first = renderRoutes(ROUTES, '/design/new/file/f1')
  await first.user.type(await screen.findByLabelText('Name of “Name”'), '!')
  first.unmount()

  renderRoutes(ROUTES, '/design/new/file/f1')

  expect((await screen.findByLabelText<HTMLInputElement>('Name of “Name”')).value).toBe('Name!')
})
