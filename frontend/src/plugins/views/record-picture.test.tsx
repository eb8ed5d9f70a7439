import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type FakeRoutes } from '@/app/testing/fake-server'
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
    { id: 'fld_cost01', name: 'cost', type: 'money', label: { en: 'Cost' } },
    { id: 'fld_photo1', name: 'photos', type: 'attachment', label: { en: 'Photos' } },
  ],
}
const VIEW: View = { schema: 'tongdao/view/1', id: 'viw_visit1', name: 'visits', label: { en: 'Visits' }, entity: VISIT.id, columns: [{ field: 'fld_name01' }, { field: 'fld_state1' }, { field: 'fld_cost01' }] }
const DEFINITION: Definition = {
  release: 1,
  app: { schema: 'tongdao/app/1', id: 'app_visit1', name: 'visits', label: { en: 'Visits' }, version: '1.0.0', languages: ['en'], timezone: 'Asia/Shanghai' },
  entities: [VISIT],
  forms: [],
  views: [VIEW],
  options: [{ schema: 'tongdao/options/1', id: 'opt_state1', name: 'state', label: { en: 'State' }, choices: [{ value: 'open', label: { en: 'Open' }, color: 'blue' }, { value: 'done', label: { en: 'Done' } }] }],
  rights: { visit: { read: true, create: true, update: true, delete: true, export: true, import: true, fields: { name: 'edit', state: 'edit', day: 'edit', cost: 'edit', photos: 'edit' } } },
  trees: {},
  design: [],
}
const record = (id: string, more: object) => ({ id, version: 3, name: id.toUpperCase(), state: 'open', day: null, cost: null, photos: [], ...more })
const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
const ALL = [record('a', { day: TODAY, cost: '10.00' }), record('b', { state: 'done', photos: [{ id: 'f1', name: 'x.png', size: 1, type: 'image/png' }] }), record('c', { state: null })]
const LIST = 'GET /apps/visits/entities/visit/records'
const GROUPS = 'GET /apps/visits/entities/visit/records:groups'

const SERVER: FakeRoutes = {
  ...SIGNED_IN,
  [LIST]: ({ query }) => {
    const conditions = JSON.parse(query['conditions'] ?? '[]') as readonly NamedCondition[]
    const items = ALL.filter((each) => conditions.every((condition) => meets(each, condition)))
    return { items, next_cursor: null, total: items.length, release: 1 }
  },
  [GROUPS]: () => ({
    items: [
      { value: 'open', count: 1, sums: { cost: '10.00' } },
      { value: 'done', count: 1, sums: { cost: null } },
      { value: null, count: 1, sums: { cost: null } },
    ],
    groups: 3,
    total: 3,
    release: 1,
  }),
}

function meets(each: Readonly<Record<string, unknown>>, { field, operator, value }: NamedCondition): boolean {
  const own = each[field] as string | null
  if (operator === 'is_empty') return own === null
  if (operator === 'equals') return own === value
  if (own === null) return false
  return operator === 'greater_or_equal' ? own >= String(value) : own < String(value)
}

const list = (query: ListQuery) => listRecords('visits', 'visit', query)

function show(more: Partial<View>, routes: FakeRoutes = {}, definition = DEFINITION) {
  startFakeServer({ ...SERVER, ...routes })
  const view = { ...VIEW, ...more }
  const columns = columnsFor(VISIT, view, undefined)
  const onOpen = vi.fn()
  const onTotal = vi.fn()
  const query = viewQuery(definition, VISIT, view, NOTHING_ADDED, columns)
  const element = (
    <FieldScopeProvider definition={definition}>
      <RecordPicture entity={VISIT} view={view} columns={columns} list={list} query={query} onOpen={onOpen} onTotal={onTotal} sort={[]} onSort={() => undefined} />
    </FieldScopeProvider>
  )
  return { ...renderRoutes(signedIn([{ path: '/', element }]), '/'), onOpen, onTotal }
}

test('lanes are the choices in their order, with true counts, and those without a value last', async () => {
  const { container, onOpen, onTotal, user } = show({ kind: 'kanban', kanban: { lane: 'fld_state1' } })

  await screen.findByRole('button', { name: 'A' })
  expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['Open', 'Done', 'Not filled in'])
  expect(within(screen.getByRole('region', { name: 'Done' })).getByRole('button', { name: 'B' })).toBeTruthy()
  expect(onTotal).toHaveBeenLastCalledWith(3)
  await user.click(screen.getByRole('button', { name: 'A' }))
  expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ id: 'a' })
  await expectAccessible(container)
})

test('a card whose lane may not be entered cannot be taken up', async () => {
  const rights = { visit: { ...DEFINITION.rights['visit'], update: false } } as Definition['rights']
  const { container } = show({ kind: 'kanban', kanban: { lane: 'fld_state1' } }, {}, { ...DEFINITION, rights })

  await screen.findByRole('button', { name: 'A' })
  expect(container.querySelectorAll('[data-movable="true"]')).toHaveLength(0)
})

test('records stand on their days with their first fact, and are opened from there', async () => {
  const { container, onOpen, user } = show({ kind: 'calendar', calendar: { start: 'fld_day001' } })

  const day = within(await screen.findByRole('region', { name: TODAY }))
  await user.click(await day.findByRole('button', { name: 'A ¥10.00' }))
  expect(onOpen).toHaveBeenCalled()
  // The next month may begin with this week.
  await user.dblClick(screen.getByRole('button', { name: 'Next month' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^A/ })).toBeNull())
  await expectAccessible(container)
})

test('pictures are those of the field, and what has none still has its place', async () => {
  const { container } = show({ kind: 'gallery', gallery: { picture: 'fld_photo1' } })

  expect((await screen.findByRole('img', { name: 'B' })).getAttribute('src')).toBe('/api/files/f1')
  expect(screen.getByRole('button', { name: 'A' })).toBeTruthy()
  await expectAccessible(container)
})

test('groups have their sums, and open and close', async () => {
  const { container, user } = show({ groups: [{ field: 'fld_state1' }] })

  const open = await screen.findByRole('button', { name: /^.*Open.*1 record/ })
  expect(await screen.findByRole('button', { name: 'A' })).toBeTruthy()
  expect(within(open.closest('tr') as HTMLElement).getByText(/10\.00/)).toBeTruthy()
  await user.click(open)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'A' })).toBeNull())
  await expectAccessible(container)
})

test('a view laid out by what this person may not see is a plain list', async () => {
  show({ kind: 'kanban', kanban: { lane: 'fld_hidden' } })

  expect(await screen.findByRole('region', { name: 'Records' })).toBeTruthy()
})

test('what the server refuses is said', async () => {
  show({ kind: 'kanban', kanban: { lane: 'fld_state1' } }, { [GROUPS]: () => refuse(422, { issues: [{ code: 'query.group.unsuitable', pointer: '', params: { field: 'state' } }] }) })

  expect(await screen.findByText(/cannot be grouped/)).toBeTruthy()
})
