import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, ORDER_FORM, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity, Form } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import FormDesignerPage from './form-designer-page'

const ROUTES = signedIn([
  { path: '/design/:app/form/:name', Component: FormDesignerPage },
  { path: '/a/:app/*', element: <p>the app in use</p> },
])
const FORM: Form = { ...ORDER_FORM, layout: [{ id: 'sec_1', label: { en: 'General', zh: '基本' }, items: [{ field: 'fld_no0001' }] }] }
const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'forms/order.json': FORM },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [ORDER.id]: 'publish', [FORM.id]: 'publish' },
}
const REASON = { id: 'fld_reason', name: 'reason', type: 'text', label: { en: 'Reason' } } as const
const ADDED: Draft = {
  ...DRAFT,
  revision: 1,
  can_undo: true,
  commands: [{ n: 1, kind: 'add_field', words: { en: 'Added the field “Reason”' }, at: '2026-11-23T02:00:00Z', by: null, undone: false }],
  documents: {
    ...DRAFT.documents,
    'entities/sales_order.json': { ...ORDER, fields: [...ORDER.fields, REASON] } satisfies Entity,
    'forms/order.json': { ...FORM, layout: [{ id: 'sec_1', items: [{ field: 'fld_no0001' }, { field: REASON.id }] }] } satisfies Form,
  },
}
const IMPACT = {
  changes: [{ action: 'add', document: ORDER.id, words: { en: 'New field “Reason”' } }],
  steps: [{ code: 'storage.step.add_field', words: { en: 'Add “Reason”' }, rows: 0, seconds: 0.01 }],
  usages: [],
  fields: [{ field: REASON.id, entity: ORDER.id, label: REASON.label, computed: false, roles: [{ role: 'rol_1', label: { en: 'Dealer' }, access: 'edit', listed: false }] }],
  blocked: false,
}

async function open(more: FakeRoutes = {}, draft = DRAFT) {
  const asked = startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => draft, 'GET /design/channel_sales/impact': () => IMPACT, ...more })
  const view = renderRoutes(ROUTES, '/design/channel_sales/form/order?back=/a/channel_sales/v/orders')
  await screen.findByRole('region', { name: 'Form canvas' })
  return { ...view, asked }
}

const posts = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }))

test('a field type becomes a field where its label is typed at once, and is chosen afterwards', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales/commands': () => ADDED })

  await user.dblClick(screen.getByLabelText(/^Text: /))
  await user.type(await screen.findByRole('textbox', { name: 'Label of the new field' }), 'Reason{Enter}')

  expect(await screen.findByRole('heading', { name: 'Reason' })).toBeTruthy()
  expect(posts(asked)[0]).toMatchObject({
    path: '/design/channel_sales/commands',
    body: { revision: 0, kind: 'add_field', params: { entity: ORDER.id, type: 'text', label: { en: 'Reason' }, form: FORM.id, section: 'sec_1', index: 1 } },
  })
})

test('a section added from the palette is chosen, so that it is seen', async () => {
  const made = { ...FORM, layout: [...FORM.layout, { id: 'sec_new', label: { en: 'Brand new' }, items: [] }] }
  const { user } = await open({ 'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1, documents: { ...DRAFT.documents, 'forms/order.json': made } }) })

  await user.click(screen.getByLabelText(/^Section: /))

  expect(await within(screen.getByRole('complementary', { name: 'Properties' })).findByDisplayValue('Brand new')).toBeTruthy()
})

test('a new field given up is not sent', async () => {
  const { asked, user } = await open()

  await user.dblClick(screen.getByLabelText(/^Text: /))
  await user.type(await screen.findByRole('textbox', { name: 'Label of the new field' }), 'Rea{Escape}')

  expect(screen.queryByRole('textbox', { name: 'Label of the new field' })).toBeNull()
  expect(posts(asked)).toEqual([])
})

test('a link is not made before it is known where it leads', async () => {
  const { asked, user } = await open()

  await user.dblClick(screen.getByLabelText(/^Link: /))
  await user.type(await screen.findByRole('textbox', { name: 'Label of the new field' }), 'Customer{Enter}')

  expect(await screen.findByText('Please choose what is missing.')).toBeTruthy()
  expect(posts(asked)).toEqual([])
})

test('a label is changed where it stands', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales/commands': () => DRAFT })

  await user.click(screen.getByRole('button', { name: 'No.' }))
  await user.keyboard('{F2}')
  await user.clear(screen.getByRole('textbox', { name: 'New label' }))
  await user.type(screen.getByRole('textbox', { name: 'New label' }), 'Number{Enter}')

  expect(posts(asked)[0]?.body).toMatchObject({ kind: 'set_field_property', params: { field: 'fld_no0001', property: 'label', value: { zh: '单号', en: 'Number' } } })
})

test('several fields are chosen with keys and set at once', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales/commands': () => ADDED }, ADDED)

  await user.click(screen.getByRole('button', { name: 'No.' }))
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(await screen.findByRole('heading', { name: '2 fields' })).toBeTruthy()
  await user.keyboard('{Delete}')

  await waitFor(() => expect(posts(asked)[0]?.body).toMatchObject({ kind: 'remove_form_items', params: { fields: ['fld_no0001', REASON.id] } }))
})

test('a field is moved with the keyboard, and what happens is announced', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales/commands': () => ADDED }, ADDED)

  screen.getByRole('button', { name: 'Move “No.”' }).focus()
  await user.keyboard(' {ArrowDown}{ArrowDown} ')

  await waitFor(() => expect(posts(asked)[0]?.body).toMatchObject({ kind: 'move_form_item', params: { field: 'fld_no0001', section: 'sec_1' } }))
  expect(screen.getByText(/^Put “No.” down/)).toBeTruthy()
})

const shown = () => screen.getAllByRole('button', { name: /^Move “(No.|Reason)”/ }).map((button) => button.getAttribute('aria-label'))

test('an edit is seen before the server has answered, and gone again when it was refused', async () => {
  const answers: (() => void)[] = []
  const answered = new Promise<void>((resolve) => answers.push(resolve))
  const { user } = await open({ 'POST /design/channel_sales/commands': () => answered.then(() => refuse(422, { issues: [] })) }, ADDED)

  await user.click(screen.getByRole('button', { name: 'No.' }))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(shown()).toEqual(['Move “Reason”', 'Move “No.”']))
  answers[0]?.()

  await waitFor(() => expect(shown()).toEqual(['Move “No.”', 'Move “Reason”']))
})

test('copied fields are pasted as fields of their own', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales/commands': () => ADDED })

  await user.click(screen.getByRole('button', { name: 'No.' }))
  await user.keyboard('{Control>}d{/Control}')

  await waitFor(() => expect(posts(asked)[0]?.body).toMatchObject({ kind: 'paste_fields', params: { form: FORM.id, copied: [ORDER.fields[0]], section: 'sec_1', index: 1 } }))
})

test('the panel sets the chosen field, and a finding stands under its expression', async () => {
  const issue = { code: 'expression.name', file: 'forms/order.json', place: ['layout', 0, 'items', 0, 'show'], pointer: '/x', severity: 'error', words: { en: 'There is no field “totl”.' } } as const
  const { asked, user } = await open({ 'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1, issues: [issue] }) })

  await user.click(screen.getByRole('button', { name: 'No.' }))
  await user.type(screen.getByRole('textbox', { name: 'Shown when' }), 'totl > 5')
  await user.tab()

  expect((await screen.findAllByText('There is no field “totl”.')).length).toBeGreaterThan(0)
  expect(posts(asked)[0]?.body).toMatchObject({ kind: 'set_form_item', params: { field: 'fld_no0001', property: 'show', value: 'totl > 5' } })
  expect(screen.getByRole('button', { name: '1 finding' })).toBeTruthy()
})

test('undo works with the keyboard, also right after the edit', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales:undo': () => ({ ...DRAFT, revision: 2 }) }, ADDED)

  await user.keyboard('{Control>}z{/Control}')

  await waitFor(() => expect(posts(asked)).toMatchObject([{ path: '/design/channel_sales:undo', body: { revision: 1 } }]))
})

test('an edit on a stale draft shows the newest state and says so', async () => {
  let current = DRAFT
  const stale = { code: 'draft.revision.stale', pointer: '', params: {} }
  const { user } = await open({
    'GET /design/channel_sales': () => current,
    'POST /design/channel_sales/commands': () => {
      current = ADDED
      return refuse(409, { issues: [stale] })
    },
  })

  await user.click(screen.getByRole('button', { name: 'No.' }))
  await user.click(screen.getByRole('button', { name: 'Take off the form' }))

  expect(await screen.findByText(/Somebody edited this draft meanwhile/)).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Reason' })).toBeTruthy()
})

test('before publishing everybody sees what changes and who gets the new field', async () => {
  const { asked, user, router } = await open({ 'POST /design/channel_sales:publish': () => ({ release: 4 }) }, ADDED)

  await user.click(screen.getByRole('button', { name: 'Publish' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('New field “Reason”')).toBeTruthy()
  expect(dialog.getByText('Dealer')).toBeTruthy()
  await user.type(dialog.getByRole('textbox'), 'Wanted by the auditors')
  await user.click(dialog.getByRole('button', { name: 'Publish' }))

  await user.click(await screen.findByRole('link', { name: 'Use it' }))
  expect(router.state.location.pathname).toBe('/a/channel_sales/v/orders')
  expect(posts(asked)[0]).toEqual({ path: '/design/channel_sales:publish', body: { revision: 1, note: 'Wanted by the auditors' } })
})

test('a form that is not there is explained', async () => {
  startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => DRAFT })
  renderRoutes(ROUTES, '/design/channel_sales/form/absent')

  expect(await screen.findByRole('heading', { name: 'This cannot be found in the draft' })).toBeTruthy()
})

test('the designer can be used without seeing it', async () => {
  const { container, user } = await open()
  await user.click(screen.getByRole('button', { name: 'No.' }))

  await expectAccessible(container)
})
