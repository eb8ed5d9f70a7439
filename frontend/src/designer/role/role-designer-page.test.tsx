import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { ALL_ORDERS, DEFINITION, ORDER, SESSION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity, Role } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import RoleDesignerPage from './role-designer-page'
import RolesPage from './roles-page'

const ROUTES = signedIn([
  { path: '/design/:app/role/:name', Component: RoleDesignerPage },
  { path: '/design/:app/roles', Component: RolesPage },
  { path: '/a/:app/*', element: <p>the app in use</p> },
])
const VISIT: Entity = {
  ...ORDER,
  id: 'ent_visit1',
  name: 'visit',
  label: { en: 'Visit', zh: '拜访' },
  fields: [
    { id: 'fld_vnote1', name: 'note', type: 'text', label: { en: 'Note' } },
    { id: 'fld_vowner', name: 'owner', type: 'person', label: { en: 'Owner' } },
    { id: 'fld_vorder', name: 'order', type: 'link', label: { en: 'Order' }, options: { entity: ORDER.id } },
  ],
}
const SELLER: Role = {
  schema: 'tongdao/role/1',
  id: 'rol_sell01',
  name: 'seller',
  label: { en: 'Seller', zh: '销售' },
  entities: [{ entity: VISIT.id, read: true, update: 'owner = CURRENT_USER()', fields: { fld_vnote1: 'hidden' } }],
}
const CLERK: Role = { schema: 'tongdao/role/1', id: 'rol_clerk1', name: 'clerk', label: { en: 'Clerk' } }
const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: {
    'app.json': DEFINITION.app,
    'entities/sales_order.json': ORDER,
    'entities/visit.json': VISIT,
    'views/orders.json': ALL_ORDERS,
    'roles/clerk.json': CLERK,
    'roles/seller.json': SELLER,
  },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [SELLER.id]: 'publish', [CLERK.id]: 'publish', [DEFINITION.app.id]: 'publish' },
}
const LI_NA = { id: 'per_lina01', login: 'lina', name: { en: 'Li Na', zh: '李娜' }, roles: [SELLER.id] }
const WANG = { id: 'per_wang01', login: 'wang', name: { en: 'Wang Wei', zh: '王伟' }, roles: [] }

async function open(at = '/design/channel_sales/role/seller', more: FakeRoutes = {}) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => DRAFT,
    'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1 }),
    'GET /apps/channel_sales/roles/rol_sell01/people': () => ({ items: [LI_NA], may_change: true }),
    'GET /apps/channel_sales/staff': () => ({ items: [LI_NA, WANG] }),
    ...more,
  })
  const view = renderRoutes(ROUTES, at)
  await screen.findAllByRole('table')
  return { ...view, asked }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith('/commands')).map(({ body }) => body)
/** Copies what has the focus and pastes it into a cell. */
function copyTo(name: RegExp) {
  let kept = ''
  fireEvent.copy(document.activeElement ?? document.body, { clipboardData: { setData: (_kind: string, words: string) => (kept = words) } })
  act(() => cell(name).focus())
  fireEvent.paste(cell(name), { clipboardData: { getData: () => kept } })
}
const cell = (name: RegExp) => screen.getByRole('button', { name })

test('a click gives a right on every record, and another takes it away', async () => {
  const { asked, user } = await open()

  await user.click(cell(/^Sales order: See/))
  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_entity_rights', params: { role: SELLER.id, entities: [ORDER.id], rights: { read: true } } }))

  await user.click(cell(/^Visit: See/))
  await waitFor(() => expect(edits(asked)[1]).toMatchObject({ params: { entities: [VISIT.id], rights: { read: false } } }))
})

test('a right on some records is only chosen by a click, and its condition is one of the usual ones', async () => {
  const { asked, user } = await open()

  await user.click(cell(/^Visit: Change, Some/))
  const panel = screen.getByRole('complementary')
  expect(within(panel).getByRole<HTMLInputElement>('radio', { name: /“Owner” is themselves/ }).checked).toBe(true)
  expect(edits(asked)).toHaveLength(0)

  await user.click(within(panel).getByRole('radio', { name: 'Records they entered themselves' }))
  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { rights: { update: 'created_by = CURRENT_USER()' } } }))
})

test('the condition of one action is taken over for the others', async () => {
  const { asked, user } = await open()

  await user.click(cell(/^Visit: Change/))
  await user.click(screen.getByRole('button', { name: 'The same condition for: See, Delete' }))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { rights: { read: 'owner = CURRENT_USER()', delete: 'owner = CURRENT_USER()' } } }))
})

test('arrow keys walk over the rights, space gives and delete takes', async () => {
  const { asked, user } = await open()

  cell(/^Sales order: See/).focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(cell(/^Visit: See/))
  await user.keyboard('{ArrowRight}{ArrowUp} ')
  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { entities: [ORDER.id], rights: { create: true } } }))

  cell(/^Visit: Change/).focus()
  await user.keyboard('{Delete}')
  await waitFor(() => expect(edits(asked)[1]).toMatchObject({ params: { entities: [VISIT.id], rights: { update: false } } }))
})

test('a row unfolds to its fields, one by one and several at once', async () => {
  const { asked, user } = await open()

  await user.click(screen.getByRole('button', { name: 'Fields of “Visit”' }))
  const fields = screen.getByRole('group', { name: 'Fields of “Visit”' })
  await user.click(within(within(fields).getByRole('radiogroup', { name: 'Access to “Owner”' })).getByText('Masked'))
  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_fields_access', params: { fields: ['fld_vowner'], access: 'masked' } }))

  await user.click(within(fields).getByRole('checkbox', { name: 'Pick “Note”' }))
  await user.click(within(fields).getByRole('checkbox', { name: 'Pick “Order”' }))
  await user.click(within(within(fields).getByRole('radiogroup', { name: 'Access to “2 fields picked”' })).getByText('Read'))
  await waitFor(() => expect(edits(asked)[1]).toMatchObject({ params: { fields: ['fld_vnote1', 'fld_vorder'], access: 'read' } }))

  await user.click(within(fields).getByRole('button', { name: '“Note” as other fields' }))
  await waitFor(() => expect(edits(asked)[2]).toMatchObject({ params: { fields: ['fld_vnote1'], access: null } }))
})

test('what runs the installation is changed only by who administers roles', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('tab', { name: 'Design and administration' }))

  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'People and their roles' }).disabled).toBe(true)
  expect(screen.getByText('Only people who administer roles can change this part.')).toBeTruthy()
})

test('who administers roles ticks what the role runs, and gives design of a document', async () => {
  const { asked, user } = await open(undefined, { 'GET /session': () => ({ ...SESSION, administer: ['roles'] }) })
  await user.click(screen.getByRole('tab', { name: 'Design and administration' }))

  await user.click(screen.getByRole('checkbox', { name: 'Audit trail' }))
  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'set_role_property', params: { property: 'administer', value: ['audit'] } }))

  await user.click(within(screen.getByRole('radiogroup', { name: 'Design of “Visit”' })).getByText('Propose'))
  await waitFor(() => expect(edits(asked)[1]).toMatchObject({ kind: 'set_design_right', params: { document: VISIT.id, effect: 'propose' } }))
})

test('the role is given to a person and taken away at once', async () => {
  const { asked, user } = await open(undefined, {
    'PUT /apps/channel_sales/roles/rol_sell01/people/per_wang01': () => ({ items: [LI_NA, WANG], may_change: true }),
    'DELETE /apps/channel_sales/roles/rol_sell01/people/per_lina01': () => ({ items: [WANG], may_change: true }),
  })
  await user.click(screen.getByRole('tab', { name: 'People' }))

  await user.click(await screen.findByRole('combobox', { name: 'Give the role to…' }))
  await user.click(await screen.findByText('Wang Wei · wang'))
  expect(await screen.findByText('Wang Wei')).toBeTruthy()

  await user.click(screen.getByRole('button', { name: 'Take the role from Li Na' }))
  await waitFor(() => expect(screen.queryByText('Li Na')).toBeNull())
  expect(asked.filter(({ method, path }) => path.includes('/people/') && method !== 'GET')).toHaveLength(2)
})

test('a role that is not published yet says when people can be given it', async () => {
  const { user } = await open('/design/channel_sales/role/clerk')
  await user.click(screen.getByRole('tab', { name: 'People' }))

  expect(await screen.findByText('This role is not published yet')).toBeTruthy()
})

test('a new role begins with the rights of another one', async () => {
  const { asked, user } = await open()

  await user.click(screen.getByRole('button', { name: 'New role' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: 'Label' }), 'Manager')
  await user.click(within(dialog).getByRole('combobox'))
  await user.click(await screen.findByTitle('Seller'))
  await user.click(within(dialog).getByRole('button', { name: 'Make it' }))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'add_role', params: { label: { en: 'Manager' }, like: SELLER.id } }))
})

test('why somebody can is told role by role', async () => {
  const findings = [
    { code: 'a', verdict: 'yes', words: { en: 'Li Na may see “Visit”.' } },
    { code: 'b', verdict: 'yes', words: { en: 'The role “Seller” allows it for every record.' } },
  ]
  const { asked, user } = await open(undefined, { 'GET /apps/channel_sales/explain': () => ({ allowed: true, findings }) })
  await user.click(screen.getByRole('tab', { name: 'Why?' }))

  await user.click(await screen.findByRole('combobox', { name: 'Choose a person' }))
  await user.click(await screen.findByText('Li Na · lina'))

  expect(await screen.findByText('The role “Seller” allows it for every record.')).toBeTruthy()
  expect(asked.findLast(({ path }) => path.endsWith('/explain'))?.query).toEqual({ person: LI_NA.id, entity: 'visit', action: 'read' })
})

test('all roles stand side by side for one entity', async () => {
  const { asked, user } = await open('/design/channel_sales/roles')

  await user.click(cell(/^Seller: Delete/))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { role: SELLER.id, entities: [ORDER.id], rights: { delete: true } } }))
})

test('the address may ask for one right, and the table with its fields is accessible', async () => {
  const { container, user } = await open('/design/channel_sales/role/seller?at=entities/0/update')
  expect(screen.getByRole('radio', { name: /“Owner” is themselves/ })).toBeTruthy()

  await user.click(screen.getByRole('button', { name: 'Fields of “Visit”' }))
  await expectAccessible(container)
})

test.each(['Views and dashboards', 'Design and administration', 'People', 'Why?'])('the tab “%s” is accessible', async (name) => {
  const { container, user } = await open()

  await user.click(screen.getByRole('tab', { name }))
  await expectAccessible(container)
})

test('the roles side by side are accessible', async () => {
  const { container } = await open('/design/channel_sales/roles')

  await expectAccessible(container)
})

test('a right is copied from one cell to another', async () => {
  const { asked } = await open()

  act(() => cell(/^Visit: Change/).focus())
  copyTo(/^Sales order: Delete/)

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ params: { entities: [ORDER.id], rights: { delete: 'owner = CURRENT_USER()' } } }))
})

test('a condition is not pasted where there is only yes and no', async () => {
  const { asked } = await open()

  act(() => cell(/^Visit: Change/).focus())
  copyTo(/^Sales order: Export/)

  expect(edits(asked)).toHaveLength(0)
})
