import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, ORDER_FORM, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import ModelPage from './model-page'

const ROUTES = signedIn([
  { path: '/design/:app/model', Component: ModelPage },
  { path: '/design/:app/entity/:name', element: <p>the fields</p> },
])
const CUSTOMER: Entity = { ...ORDER, id: 'ent_cust01', name: 'customer', label: { zh: '客户', en: 'Customer' }, title: 'fld_name01', fields: [{ id: 'fld_name01', name: 'name', type: 'text', label: { en: 'Name' } }] }
const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/customer.json': CUSTOMER, 'entities/sales_order.json': ORDER, 'forms/order.json': ORDER_FORM },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: {},
}
const CONTRACT: Entity = { ...CUSTOMER, id: 'ent_contr1', name: 'contract', label: { en: 'Contract' } }
const COMMANDS = 'POST /design/channel_sales/commands'

async function open(more: FakeRoutes = {}, draft = DRAFT) {
  const asked = startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => draft, ...more })
  const view = renderRoutes(ROUTES, '/design/channel_sales/model')
  await screen.findByRole('navigation', { name: 'Entities' })
  return { ...view, asked }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ body }) => body)
const box = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}, `), hidden: true })

test('two entities are linked by keyboard, and the link is called like its target', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => DRAFT })

  const order = await box('Sales order')
  order.focus()
  await user.keyboard('l')
  await user.click(await screen.findByRole('combobox', { name: '“Sales order” links to' }))
  await user.click(await screen.findByTitle('Customer'))
  await user.click(screen.getByRole('button', { name: 'Link' }))

  await waitFor(() => expect(edits(asked)).toMatchObject([{ kind: 'add_link', params: { entity: ORDER.id, target: CUSTOMER.id, required: false } }]))
})

test('a new entity needs a label and leads to its fields', async () => {
  const after: Draft = { ...DRAFT, revision: 1, documents: { ...DRAFT.documents, 'entities/contract.json': CONTRACT } }
  const { asked, user, router } = await open({ [COMMANDS]: () => after })

  await user.click(screen.getAllByRole('button', { name: 'New entity' })[0] ?? document.body)
  await user.type(await screen.findByRole('textbox', { name: 'Label' }), 'Contract{Enter}')

  expect(await screen.findByText('the fields')).toBeTruthy()
  expect(router.state.location.pathname).toBe('/design/channel_sales/entity/contract')
  expect(edits(asked)).toMatchObject([{ kind: 'add_entity', params: { label: { en: 'Contract' } } }])
})

test('a chosen box shows what it is, and goes after a question', async () => {
  const { asked, user } = await open({ [COMMANDS]: () => DRAFT })

  await user.click(screen.getByRole('button', { name: 'Customer' }))
  expect(await screen.findByRole('heading', { name: 'Entity' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Delete the entity' }))
  await user.click((await screen.findAllByRole('button', { name: 'Delete the entity' })).at(-1) ?? document.body)

  await waitFor(() => expect(edits(asked)).toMatchObject([{ kind: 'remove_entity', params: { entity: CUSTOMER.id } }]))
})

test('an app without entities invites to make one', async () => {
  const { container } = await open({}, { ...DRAFT, documents: { 'app.json': DEFINITION.app } })

  expect(await screen.findByRole('heading', { name: 'No entities yet' })).toBeTruthy()
  await expectAccessible(container)
})

test('the picture can be used without seeing it', async () => {
  const { container } = await open()
  await box('Customer')

  await expectAccessible(container)
})
