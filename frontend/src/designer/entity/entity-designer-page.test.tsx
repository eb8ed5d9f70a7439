import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { ALL_ORDERS, DEFINITION, ORDER, ORDER_FORM, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity, Form, Role } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import EntityDesignerPage from './entity-designer-page'

const ROUTES = signedIn([
  { path: '/design/:app/entity/:name', Component: EntityDesignerPage },
  { path: '/design/:app/model', element: <p>the data model</p> },
])
const FORM: Form = { ...ORDER_FORM, layout: [{ id: 'sec_1', items: [{ field: 'fld_no0001' }] }] }
const DEALER: Role = { schema: 'tongdao/role/1', id: 'rol_dealer', name: 'dealer', label: { en: 'Dealer' }, entities: [{ entity: ORDER.id, read: true }] }
const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: {
    'app.json': DEFINITION.app,
    'entities/sales_order.json': ORDER,
    'forms/order.json': FORM,
    'views/orders.json': ALL_ORDERS,
    'roles/dealer.json': DEALER,
  },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [ORDER.id]: 'publish' },
}
const REASON = { id: 'fld_reason', name: 'reason', type: 'text', label: { en: 'Reason' } } as const
const ADDED: Draft = {
  ...DRAFT,
  revision: 1,
  can_undo: true,
  commands: [{ n: 1, kind: 'add_fields', words: { en: 'Added 1 field' }, at: '2026-11-23T02:00:00Z', by: null, undone: false }],
  documents: { ...DRAFT.documents, 'entities/sales_order.json': { ...ORDER, fields: [...ORDER.fields, REASON] } satisfies Entity },
}
const IMPACT = {
  changes: [],
  steps: [],
  usages: [],
  fields: [{ field: REASON.id, entity: ORDER.id, label: REASON.label, computed: false, roles: [{ role: DEALER.id, label: DEALER.label, access: 'edit', listed: false }] }],
  blocked: false,
}
const COMMANDS = 'POST /design/channel_sales/commands'

async function open(more: FakeRoutes = {}, draft = DRAFT) {
  const asked = startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => draft, 'GET /design/channel_sales/impact': () => IMPACT, ...more })
  const view = renderRoutes(ROUTES, '/design/channel_sales/entity/sales_order')
  await screen.findByRole('table', { name: 'Fields' })
  return { ...view, asked }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ body }) => body)

test('a typed label is a field of the type it asks for, on form and list at once, and the next can be typed', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => ADDED })

  const line = screen.getByRole('textbox', { name: 'Label of a new field' })
  await user.type(line, 'Due date')
  expect(screen.getByRole('button', { name: 'Type of the new field: Date' })).toBeTruthy()
  await user.keyboard('{Enter}')

  await waitFor(() => expect(edits(asked)).toHaveLength(1))
  expect(edits(asked)[0]).toMatchObject({
    kind: 'add_fields',
    params: { entity: ORDER.id, fields: [{ type: 'date', label: { en: 'Due date' } }], form: FORM.id, view: ALL_ORDERS.id },
  })
  expect(document.activeElement).toBe(line)
  expect((line as HTMLInputElement).value).toBe('')
  expect(await screen.findByRole('heading', { name: 'Reason' })).toBeTruthy()
})

test('the guessed type can be changed before the field is made', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => ADDED })

  await user.type(screen.getByRole('textbox', { name: 'Label of a new field' }), 'Total')
  await user.click(screen.getByRole('button', { name: 'Type of the new field: Money' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Decimal' }))
  await user.type(screen.getByRole('textbox', { name: 'Label of a new field' }), '{Enter}')

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { fields: [{ type: 'decimal', label: { en: 'Total' } }] } }))
})

test('pasted lines become fields in one edit', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => ADDED })

  await user.click(screen.getByRole('textbox', { name: 'Label of a new field' }))
  await user.paste('Weight\nPhone\nStatus')

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { fields: [{ type: 'decimal' }, { type: 'phone' }, { type: 'choice' }] } }))
})

test('a cell is edited in place and Enter goes to the one below', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => ADDED })

  const cell = screen.getByRole('textbox', { name: 'No.: Label (EN)' })
  await user.clear(cell)
  await user.type(cell, 'Number{Enter}')

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_field_property', params: { field: 'fld_no0001', property: 'label', value: { zh: '单号', en: 'Number' } } }))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Amount: Label (EN)')
})

test('several chosen fields are set at once', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => DRAFT })

  await user.click(screen.getByRole('checkbox', { name: 'Choose all' }))
  const required = await screen.findByRole('group', { name: 'Required' })
  await user.click(within(required).getByRole('button', { name: 'Yes' }))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_fields_property', params: { fields: ['fld_no0001', 'fld_amount'], property: 'required', value: true } }))
})

test('a row moves with Alt and an arrow, and goes with Delete', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => DRAFT })

  await user.click(screen.getByRole('checkbox', { name: 'Choose “No.”' }))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Delete}')

  await waitFor(() => expect(edits(asked)).toHaveLength(2))
  expect(edits(asked)).toMatchObject([
    { kind: 'move_field', params: { field: 'fld_no0001', index: 1 } },
    { kind: 'remove_field', params: { field: 'fld_no0001' } },
  ])
})

test('a field is unique by a combination of its own', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => DRAFT })

  await user.click(screen.getByRole('checkbox', { name: 'No.: Unique' }))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'add_unique', params: { fields: ['fld_no0001'] } }))
})

test('who may use new fields is asked without standing in the way', async () => {
  const { asked, user, container } = await open({ [COMMANDS]: () => ADDED }, ADDED)

  const bar = await screen.findByRole('region', { name: 'Rights of what is new' })
  expect(within(bar).getByText('1 new field: who may see and who may enter it?')).toBeTruthy()
  await user.click(within(bar).getByRole('button', { name: 'Set rights' }))
  const access = await screen.findByRole('combobox', { name: 'Reason, Dealer' })
  await user.selectOptions(access, 'read')

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_fields_access', params: { role: DEALER.id, fields: [REASON.id], access: 'read' } }))
  await expectAccessible(container)
})

test('an entity nobody else can use says so', async () => {
  const alone: Role = { ...DEALER, entities: [] }
  const openToDealers = { ...ADDED, documents: { ...ADDED.documents, 'roles/dealer.json': DEALER } }
  const { asked, user } = await open({ [COMMANDS]: () => openToDealers }, { ...DRAFT, documents: { ...DRAFT.documents, 'roles/dealer.json': alone } })

  await user.click(await screen.findByRole('button', { name: 'Set rights' }))
  const dialog = await screen.findByRole('dialog', { name: 'Who uses “Sales order”' })
  await user.click(within(dialog).getByText('Enter'))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_entity_rights', params: { role: DEALER.id, entities: [ORDER.id], rights: { create: true } } }))
  expect(await screen.findByRole('checkbox', { name: 'Choose “Reason”', hidden: true })).toBeTruthy()
  expect(dialog.isConnected).toBe(true)
})

test('the table can be used without seeing it', async () => {
  const { container } = await open()

  await expectAccessible(container)
})
