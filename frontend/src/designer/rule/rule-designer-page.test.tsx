/* oxlint-disable unicorn/no-thenable -- a row of a decision table has its results under `then` */
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Rule } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import type { Analysis, Tried } from './analysis'
import RuleDesignerPage from './rule-designer-page'

const ROUTES = signedIn([
  { path: '/design/:app/rule/:name', Component: RuleDesignerPage },
  { path: '/a/:app/*', element: <p>the app in use</p> },
])
const RULE: Rule = {
  schema: 'tongdao/rule/1',
  id: 'rul_prio01',
  name: 'priority',
  label: { en: 'Priority', zh: '优先级' },
  entity: ORDER.id,
  inputs: [
    { id: 'rin_share1', label: { en: 'Share' }, expression: 'share' },
    { id: 'rin_grow01', label: { en: 'Growth' }, expression: 'growth' },
  ],
  outputs: [{ id: 'rou_prio01', name: 'priority', label: { en: 'Priority' }, result: 'text', values: [{ value: 'high' }, { value: 'low' }] }],
  rows: [
    { id: 'row_one001', when: ['>= 25%', ''], then: ['"high"'], note: { en: 'counts most' } },
    { id: 'row_two001', when: ['', '> 3'], then: ['"low"'] },
  ],
}
const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'rules/priority.json': RULE },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [{ code: 'rule.cell.kind', file: 'rules/priority.json', place: ['rows', 1, 'when', 1], pointer: '', severity: 'error', words: { en: 'it can never be met' } }],
  effect: { [RULE.id]: 'publish' },
}
const ANALYSIS: Analysis = {
  names: [
    { name: 'share', field: null },
    { name: 'growth', field: null },
  ],
  gaps: [{ cells: ['< 0.25', '<= 3'], example: ['0', '1'] }],
  overlaps: [],
  unreached: [],
  complete: true,
  expression: null,
}
const TRIED: Tried = { outputs: { priority: 'low' }, rows: ['row_two001'], issues: [] }

async function open(more: FakeRoutes = {}) {
  const rules = '/design/channel_sales/rules/rul_prio01'
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => DRAFT,
    [`GET ${rules}/analysis`]: () => ANALYSIS,
    [`POST ${rules}:try`]: () => ({ items: [TRIED] }),
    'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1 }),
    ...more,
  })
  const view = renderRoutes(ROUTES, '/design/channel_sales/rule/priority')
  await screen.findByRole('table', { name: 'Decision table' })
  return { ...view, asked }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith('/commands')).map(({ body }) => body)
const cell = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const result = (name: string) => screen.getByRole<HTMLInputElement>('combobox', { name })

test('a cell is changed by typing, and Enter goes on to the next row', async () => {
  const { asked, user } = await open()

  await user.clear(cell('Share, row 1'))
  await user.type(cell('Share, row 1'), '>= 30%{Enter}')

  await waitFor(() => expect(edits(asked)).toHaveLength(1))
  expect(edits(asked)[0]).toMatchObject({ kind: 'set_rule_cell', params: { rule: RULE.id, row: 'row_one001', column: 'rin_share1', text: '>= 30%' } })
  expect(document.activeElement).toBe(cell('Share, row 2'))
})

test('a bare word is a text where texts are meant, and reads without quotes', async () => {
  const { asked, user } = await open()
  expect(result('Priority, row 1').value).toBe('high')

  await user.clear(result('Priority, row 2'))
  await user.type(result('Priority, row 2'), 'high{Enter}')

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { column: 'rou_prio01', text: '"high"' } }))
})

test('a block from a sheet is pasted from the cell it is put on', async () => {
  const { asked, user } = await open()

  await user.click(cell('Share, row 2'))
  await user.paste('< 10%\t1\n< 5%\t2')

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'paste_rule_cells', params: { row: 'row_two001', column: 'rin_share1', block: [['< 10%', '1'], ['< 5%', '2']] } }))
})

test('a gap is told with an example and becomes a row', async () => {
  const { asked, user } = await open()

  const findings = await screen.findByRole('region', { name: 'Gaps and overlaps' })
  expect(within(findings).getByText(/No row for Share < 0.25, Growth <= 3/)).toBeTruthy()
  await user.click(within(findings).getByRole('button', { name: /Add a row for it/ }))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'add_rule_row', params: { rule: RULE.id, when: ['< 0.25', '<= 3'] } }))
})

test('an example says which row is met', async () => {
  const { asked, user } = await open()

  const panel = await screen.findByRole('region', { name: 'Try it' })
  await user.type(within(panel).getByRole('textbox', { name: 'growth' }), '5')

  await waitFor(() => expect(asked.findLast(({ path }) => path.endsWith(':try'))?.body).toEqual({ examples: [{ growth: '5' }] }))
  expect(within(panel).getByText('low')).toBeTruthy()
  await waitFor(() => expect(screen.getByRole('rowheader', { name: 'Row 2' }).closest('tr')?.dataset['lit']).toBe('true'))
})

test('a cell that can never be met is marked, and the page is accessible', async () => {
  const { container } = await open()

  expect(cell('Growth, row 2').getAttribute('aria-invalid')).toBe('true')
  await screen.findByRole('region', { name: 'Try it' })
  await expectAccessible(container)
})

test('a whole sheet with headings fills the table', async () => {
  const { asked, user } = await open()

  await user.click(screen.getByRole('button', { name: 'Paste a whole sheet' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('textbox', { name: 'Paste a whole sheet' }))
  await user.paste('Share\tPriority\n> 25%\thigh\n')
  expect(dialog.getByText(/1 rows, 2 columns/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Fill in' }))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'fill_rule', params: { rule: RULE.id, table: [['Share', 'Priority'], ['> 25%', 'high']] } }))
})

test('examples are kept with the table once they are left', async () => {
  const { asked, user } = await open()

  await user.type(await screen.findByRole('textbox', { name: 'share' }), '30%')
  await user.tab()

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_rule_property', params: { property: 'examples', value: [{ values: { share: '30%' } }] } }))
})

test('rows that are met together are marked where only one may be', async () => {
  const overlaps = { ...ANALYSIS, overlaps: [{ rows: ['row_one001', 'row_two001'], example: ['0.3', '4'] }] }
  await open({
    'GET /design/channel_sales': () => ({ ...DRAFT, documents: { ...DRAFT.documents, 'rules/priority.json': { ...RULE, hit: 'unique' } } }),
    'GET /design/channel_sales/rules/rul_prio01/analysis': () => overlaps,
  })

  await waitFor(() => expect(document.querySelectorAll('tr[data-overlapping="true"]')).toHaveLength(2))
})
