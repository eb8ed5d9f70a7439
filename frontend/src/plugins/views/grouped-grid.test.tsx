import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity, View } from '@/generated/metadata'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import type { Definition } from '@/shared/definition/definition'
import { listRecords, type ListQuery, type NamedCondition } from '@/shared/records/list-records'

import { columnsFor } from './columns'
import { RecordPicture } from './record-picture'
import { NOTHING_ADDED, viewQuery } from './view-query'

const VISIT: Entity = {
  schema: 'tongdao/entity/1',
  id: 'ent_visit1',
  name: 'visit',
  label: { en: 'Visit' },
  title: 'fld_name01',
  fields: [
    { id: 'fld_name01', name: 'name', type: 'text', label: { en: 'Name' } },
    { id: 'fld_state1', name: 'state', type: 'choice', label: { en: 'State' }, options: { list: 'opt_state1' } },
    { id: 'fld_day001', name: 'day', type: 'date', label: { en: 'Day' } },
    { id: 'fld_city01', name: 'city', type: 'text', label: { en: 'City' } },
  ],
}
const VIEW: View = {
  schema: 'tongdao/view/1',
  id: 'viw_visit1',
  name: 'visits',
  label: { en: 'Visits' },
  entity: VISIT.id,
  columns: [{ field: 'fld_name01' }],
  groups: [{ field: 'fld_state1' }, { field: 'fld_day001', grain: 'month', descending: true }, { field: 'fld_city01' }],
}
const DEFINITION: Definition = {
  release: 1,
  app: { schema: 'tongdao/app/1', id: 'app_visit1', name: 'visits', label: { en: 'Visits' }, version: '1.0.0', languages: ['en'], timezone: 'Asia/Shanghai' },
  entities: [VISIT],
  forms: [],
  views: [VIEW],
  options: [{ schema: 'tongdao/options/1', id: 'opt_state1', name: 'state', label: { en: 'State' }, choices: [{ value: 'open', label: { en: 'Open' } }, { value: 'done', label: { en: 'Done' } }] }],
  rights: {},
  trees: {},
  design: [],
}

type Row = Readonly<Record<string, string | null>>
const ROWS: readonly Row[] = [
  { id: 'a', name: 'A', state: 'done', day: '2026-01-10', city: 'Bonn' },
  { id: 'b', name: 'B', state: 'open', day: '2026-01-31', city: 'Bonn' },
  { id: 'c', name: 'C', state: 'open', day: '2026-02-01', city: 'Kiel' },
  { id: 'd', name: 'D', state: 'open', day: '2026-02-28', city: 'Bonn' },
]

function meets(row: Row, { field, operator, value }: NamedCondition): boolean {
  const own = row[field] ?? null
  if (operator === 'is_empty') return own === null
  if (operator === 'equals') return own === value
  if (own === null) return false
  return operator === 'greater_or_equal' ? own >= String(value) : own < String(value)
}

function asked(rows: readonly Row[], query: Asked['query']): readonly Row[] {
  const conditions = JSON.parse(query['conditions'] ?? '[]') as readonly NamedCondition[]
  return rows.filter((row) => conditions.every((condition) => meets(row, condition)))
}

function groupsOf(rows: readonly Row[], { by = '', grain }: Asked['query']) {
  const values = rows.map((row) => (grain === 'month' && row[by] ? `${row[by].slice(0, 7)}-01` : (row[by] ?? null)))
  const items = [...new Set(values)].map((value) => ({ value, count: values.filter((each) => each === value).length, sums: {} }))
  return { items, groups: items.length, total: rows.length, release: 1 }
}

const LIST = '/apps/visits/entities/visit/records'
const SERVER: FakeRoutes = {
  ...SIGNED_IN,
  [`GET ${LIST}`]: ({ query }) => ({ items: asked(ROWS, query), next_cursor: null, release: 1 }),
  [`GET ${LIST}:groups`]: ({ query }) => groupsOf(asked(ROWS, query), query),
}
const list = (query: ListQuery) => listRecords('visits', 'visit', query)

function show(more: Partial<View> = {}, routes: FakeRoutes = {}) {
  const log = startFakeServer({ ...SERVER, ...routes })
  const view = { ...VIEW, ...more }
  const columns = columnsFor(VISIT, view, undefined)
  const onOpen = vi.fn()
  const onTotal = vi.fn()
  const query = viewQuery(DEFINITION, VISIT, view, NOTHING_ADDED, columns)
  const element = (
    <FieldScopeProvider definition={DEFINITION}>
      <RecordPicture entity={VISIT} view={view} columns={columns} list={list} query={query} onOpen={onOpen} onTotal={onTotal} sort={[]} onSort={() => undefined} />
    </FieldScopeProvider>
  )
  const questions = () => log.filter(({ path }) => path.startsWith(LIST)).map(({ path, query: { by } }) => (path.endsWith(':groups') ? by : 'records'))
  return { ...renderRoutes(signedIn([{ path: '/', element }]), '/'), onOpen, onTotal, questions, log }
}

const rows = () => screen.getAllByRole('row').slice(1)
const focused = () => document.activeElement?.textContent
const outline = () => rows().map((row) => `${row.getAttribute('aria-level')} ${row.textContent}`)

test('a level is asked for when its group is open, the way to the first records at once', async () => {
  const { container, questions, onTotal, user } = show()

  await screen.findByRole('button', { name: 'D' })
  expect(outline()).toEqual(['1 Open3 records', '2 Feb 20262 records', '3 Bonn1 record', '4 D', '3 Kiel1 record', '2 Jan 20261 record', '1 Done1 record'])
  expect(questions()).toEqual(['state', 'day', 'city', 'records'])
  expect(onTotal).toHaveBeenLastCalledWith(4)

  await user.click(screen.getByRole('button', { name: /Jan 2026/ }))
  await screen.findAllByRole('row', { name: /Bonn/ })
  expect(questions().slice(4)).toEqual(['city', 'records'])
  await expectAccessible(container)
})

test('all groups are opened and closed at once', async () => {
  const { user } = show()

  await user.click(await screen.findByRole('button', { name: 'Expand all' }))
  await screen.findByRole('button', { name: 'A' })
  expect(ROWS.map(({ name }) => screen.queryByRole('button', { name: name ?? '' })?.textContent)).toEqual(['A', 'B', 'C', 'D'])

  await user.click(screen.getByRole('button', { name: 'Collapse all' }))
  expect(outline()).toEqual(['1 Open3 records', '1 Done1 record'])
})

test('rows are walked, opened and closed with the keyboard, in one stop of the Tab key', async () => {
  const { onOpen, user } = show({ groups: [{ field: 'fld_state1' }, { field: 'fld_city01' }] })

  await screen.findByRole('button', { name: 'B' })
  await user.keyboard('{Tab}{Tab}{Tab}')
  expect(focused()).toBe('Open3 records')
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(focused()).toBe('B')
  await user.keyboard('{Enter}')
  expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ id: 'b' })

  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(focused()).toBe('Bonn2 records')
  expect(screen.queryByRole('button', { name: 'B' })).toBeNull()
  await user.keyboard('{ArrowRight}')
  await screen.findByRole('button', { name: 'B' })

  await user.keyboard('{End}')
  expect(focused()).toBe('Done1 record')
  await user.keyboard('{Tab}')
  expect(document.activeElement).toBe(document.body)
  await user.keyboard('{Shift>}{Tab}{/Shift}')
  expect(focused()).toBe('Done1 record')
})

test('groups that are not told are counted', async () => {
  show({}, { [`GET ${LIST}:groups`]: ({ query }) => ({ ...groupsOf(asked(ROWS, query), query), groups: 1234 }) })

  expect((await screen.findAllByText('and 1,232 smaller groups; a filter brings them into sight')).length).toBeGreaterThan(0)
})

test('a level this person may not see is left out', async () => {
  const { questions } = show({ groups: [{ field: 'fld_hidden' }, { field: 'fld_city01' }] })

  await screen.findByRole('button', { name: 'B' })
  expect(questions()[0]).toBe('city')
  expect(within(screen.getByRole('region', { name: 'Records' })).getByText('City')).toBeTruthy()
})
