import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Flow, Role, Template } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import FlowDesignerPage from './flow-designer-page'

const ROUTES = signedIn([{ path: '/design/:app/flow/:name', Component: FlowDesignerPage }])
const DIRECTOR: Role = { schema: 'tongdao/role/1', id: 'rol_direct', name: 'director', label: { en: 'Director' } }
const NEWS: Template = { schema: 'tongdao/template/1', id: 'tpl_news01', name: 'news', label: { en: 'News' }, entity: ORDER.id, subject: { en: 'News' }, body: { en: 'Of {{ record.no }}' } }
const FLOW: Flow = {
  schema: 'tongdao/flow/1',
  id: 'flw_order1',
  name: 'approval',
  label: { en: 'Order approval', zh: '订单审批' },
  trigger: { kind: 'record_created', entity: ORDER.id },
  roles: [DIRECTOR.id],
  nodes: [
    {
      kind: 'condition',
      id: 'nod_amount',
      label: { en: 'Amount' },
      branches: [
        { id: 'brn_large1', label: { en: 'Large' }, when: 'amount > 10000' },
        { id: 'brn_small1', label: { en: 'Small' }, otherwise: true },
      ],
    },
    { kind: 'approval', id: 'nod_direct', label: { en: 'Director approves' }, approvers: [{ source: 'role', role: DIRECTOR.id }] },
    { kind: 'update_record', id: 'nod_update', label: { en: 'Set amount' }, set: { fld_amount: '0' } },
    { kind: 'notify', id: 'nod_notify', label: { en: 'Tell sales' }, to: [{ source: 'submitter' }], template: NEWS.id },
  ],
  edges: [
    { from: 'trigger', to: 'nod_amount' },
    { from: 'nod_amount', to: 'nod_direct', branch: 'brn_large1' },
    { from: 'nod_amount', to: 'nod_update', branch: 'brn_small1' },
    { from: 'nod_direct', to: 'nod_update', on: 'approved' },
    { from: 'nod_update', to: 'nod_notify' },
    { from: 'nod_notify', to: 'end' },
  ],
}
const DRAFT = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: {
    'app.json': DEFINITION.app,
    'entities/sales_order.json': ORDER,
    'flows/approval.json': FLOW,
    'roles/director.json': DIRECTOR,
    'templates/news.json': NEWS,
  },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [DEFINITION.app.id]: 'publish', [FLOW.id]: 'publish', [NEWS.id]: 'publish' },
} as unknown as Draft
const WITH_TIMER: Flow = { ...FLOW, nodes: [...FLOW.nodes, { kind: 'timer', id: 'nod_timer1', label: { en: 'Wait a day' }, after: 'P1D' }] }
const ADDED = { ...DRAFT, revision: 1, documents: { ...DRAFT.documents, 'flows/approval.json': WITH_TIMER } } as unknown as Draft
const ZHANG = { id: 'u-zhang', name: { en: 'Zhang Min' }, words: { en: 'holds the role “Director”' } }
const TRIED = {
  fires: true,
  why: null,
  state: 'running',
  steps: [{ node: 'nod_amount', outcome: 'brn_large1', reasons: [{ en: 'By “Large”' }], effects: [] }],
  tasks: [{ number: 1, node: 'nod_direct', kind: 'approval', person: { id: ZHANG.id, name: ZHANG.name } }],
  timers: [],
  failed: [],
  issues: [],
}
const DONE = { ...TRIED, state: 'completed', tasks: [], steps: [...TRIED.steps, { node: 'nod_update', outcome: 'done', reasons: [], effects: [{ en: 'Would set “Amount” to 0' }] }] }

async function open(more: FakeRoutes = {}, draft = DRAFT, search = '') {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => draft,
    'POST /design/channel_sales/commands': () => ADDED,
    'POST /design/channel_sales/flows/flw_order1:people': () => ({ items: [ZHANG] }),
    'POST /design/channel_sales/flows/flw_order1:staffing': () => ({ nobody: [] }),
    'GET /design/channel_sales/people': () => ({ items: [] }),
    'GET /apps/channel_sales/entities/sales_order/records': () => ({ items: [], next_cursor: null, release: 3 }),
    ...more,
  })
  const view = renderRoutes(ROUTES, `/design/channel_sales/flow/approval${search}`)
  await screen.findByRole('group', { name: 'Drawing of the flow' })
  return { ...view, asked }
}

const commands = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith('/commands')).map(({ body }) => body as { kind: string; params: Record<string, unknown> })
const card = (name: RegExp) => screen.findByRole('button', { name })

test('a kind from the palette is put after the step that is chosen, and is chosen then', async () => {
  const { asked, user } = await open()

  await user.click(await card(/^Change record, Set amount/))
  await user.click(screen.getByRole('button', { name: /^Wait: / }))

  expect(await screen.findByRole('heading', { name: 'Wait a day' })).toBeTruthy()
  expect(commands(asked)[0]).toMatchObject({ kind: 'add_node', params: { flow: FLOW.id, kind: 'timer', after: 'nod_update', way: 'done', to: 'nod_notify' } })
})

test('what follows a step is searched in a menu and added with the keyboard alone', async () => {
  const { asked, user } = await open()

  await user.click(await card(/^Condition, Amount/))
  await user.keyboard('+')
  await user.type(await screen.findByRole('combobox', { name: 'Add a step' }), 'message{Enter}')

  await waitFor(() => expect(commands(asked)[0]).toMatchObject({ kind: 'add_node', params: { kind: 'notify', after: 'nod_amount', way: 'brn_large1', to: 'nod_direct' } }))
})

test('the settings of a step say who is meant right now', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales/flows/flw_order1:people': () => ({ items: [] }) })

  await user.click(await card(/^Approval, Director approves/))
  expect(await screen.findByText(/^Nobody!/)).toBeTruthy()
  await user.click(screen.getByRole('combobox', { name: 'Where there are several' }))
  await user.click(await screen.findByTitle('All must approve'))

  await waitFor(() => expect(commands(asked)[0]).toMatchObject({ kind: 'set_node', params: { node: 'nod_direct', property: 'mode', value: 'all' } }))
})

test('branches are named and asked for one under the other', async () => {
  const { asked, user } = await open()

  await user.click(await card(/^Condition, Amount/))
  await user.click(screen.getByRole('button', { name: 'Add a branch' }))
  await user.click(screen.getByRole('button', { name: 'Move “Large” down' }))

  await waitFor(() => expect(commands(asked).map(({ kind }) => kind)).toEqual(['add_branch', 'move_branch']))
})

test('removing a condition asks whose steps stay', async () => {
  const { asked, user } = await open({}, {
    ...DRAFT,
    documents: { ...DRAFT.documents, 'flows/approval.json': { ...FLOW, edges: FLOW.edges.map((edge) => (edge.branch === 'brn_small1' ? { ...edge, to: 'nod_notify' } : edge)) } },
  } as unknown as Draft)

  await user.click(await card(/^Condition, Amount/))
  await user.keyboard('{Delete}')
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('radio', { name: 'Small' }))
  await user.click(dialog.getByRole('button', { name: 'Remove' }))

  await waitFor(() => expect(commands(asked)[0]).toMatchObject({ kind: 'remove_nodes', params: { flow: FLOW.id, nodes: ['nod_amount'], keep: 'brn_small1' } }))
})

test('steps are walked with arrows, several are chosen with Shift, copied and pasted', async () => {
  const { asked, user } = await open()

  await user.click(await card(/^Change record, Set amount/))
  await user.keyboard('{ArrowDown}')
  expect(await screen.findByRole('heading', { name: 'Tell sales' })).toBeTruthy()

  await user.keyboard('{Shift>}')
  await user.click(await card(/^Change record, Set amount/))
  await user.keyboard('{/Shift}')
  expect(await screen.findByRole('heading', { name: '2 steps chosen' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Duplicate' }))

  await waitFor(() => expect(commands(asked)[0]).toMatchObject({ kind: 'paste_nodes', params: { nodes: [{ id: 'nod_update' }, { id: 'nod_notify' }], edges: [{ from: 'nod_update', to: 'nod_notify' }] } }))
})

test('what starts the flow is chosen in plain words', async () => {
  const { asked, user } = await open()

  await user.click(await card(/^Start, Record created/))
  await user.click(screen.getByRole('combobox', { name: 'When it starts' }))
  await user.click(await screen.findByTitle('At a time'))

  await waitFor(() => expect(commands(asked)[0]).toMatchObject({ kind: 'set_trigger', params: { property: 'kind', value: 'schedule' } }))
})

test('an outcome is led to an earlier step', async () => {
  const { asked, user } = await open()

  await user.click(await card(/^Approval, Director approves/))
  await user.click(screen.getByRole('combobox', { name: 'After “Rejected”' }))
  await user.click(await screen.findByTitle('Amount'))

  await waitFor(() => expect(commands(asked)[0]).toMatchObject({ kind: 'connect', params: { source: 'nod_direct', way: 'rejected', target: 'nod_amount' } }))
})

test('the address shows the step a finding is about, with its words on the card', async () => {
  const issue = { code: 'flow.branch.gap', file: 'flows/approval.json', place: ['nodes', 0, 'branches'], pointer: '/x', severity: 'error', words: { en: 'No branch takes a record such as amount = 10000.' } } as const
  await open({}, { ...DRAFT, issues: [issue] }, '?at=nodes%2F0%2Fbranches')

  expect(await screen.findByRole('button', { name: /^Condition, Amount, No branch takes/ })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Amount' })).toBeTruthy()
})

test('a flow is tried step by step, and says what it would do', async () => {
  const { user } = await open({
    'POST /design/channel_sales/flows/flw_order1:try': ({ body }) => ((body as { moves: unknown[] }).moves.length === 0 ? TRIED : DONE),
  })

  await user.click(screen.getByRole('button', { name: 'Try it' }))
  expect(await screen.findByText('Zhang Min is asked: “Director approves”')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Approve' }))

  expect(await screen.findByText('Would set “Amount” to 0')).toBeTruthy()
  expect(screen.getByText('Completed')).toBeTruthy()
})

test('a step dragged onto a way is moved there', async () => {
  const { asked } = await open()
  const dragged = await card(/^Notify, Tell sales/)

  fireEvent.pointerDown(dragged, { button: 0, clientX: 0, clientY: 0 })
  fireEvent.pointerMove(window, { clientX: 40, clientY: 40 })
  fireEvent.pointerUp(window)

  expect(commands(asked)).toEqual([])
})

test.each(['nod_amount', 'nod_direct', 'nod_update', 'nod_notify'])('the designer of %s can be used without seeing it', async (step) => {
  const at = FLOW.nodes.findIndex(({ id }) => id === step)
  const { container } = await open({}, DRAFT, `?at=nodes%2F${at}`)
  await screen.findByRole('heading', { name: FLOW.nodes[at]?.label['en'] ?? '' })

  await expectAccessible(container)
})
