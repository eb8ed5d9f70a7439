import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked } from '@/app/testing/fake-server'
import { DEFINITION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity, Form, Options } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'

import RecordPage from './record-page'

const ROUTES = signedIn([
  { path: '/a/:app/e/:entity/new', Component: RecordPage },
  { path: '/a/:app/*', element: <p>stored</p> },
])
const STATES: Options = { schema: 'tongdao/options/1', id: 'opt_states', name: 'states', label: { en: 'States' }, choices: ['open', 'done', 'paid'].map((value) => ({ value, label: { en: value } })) }
const ENTITY: Entity = {
  schema: 'tongdao/entity/1',
  id: 'ent_claim1',
  name: 'claim',
  label: { en: 'Claim' },
  fields: [
    { id: 'fld_title1', name: 'title', type: 'text', label: { en: 'Title' }, required: true },
    { id: 'fld_reason', name: 'reason', type: 'text', label: { en: 'Reason' }, required: true },
    { id: 'fld_state1', name: 'state', type: 'choice', label: { en: 'State' }, options: { list: STATES.id } },
    { id: 'fld_urgent', name: 'urgent', type: 'switch', label: { en: 'Urgent' } },
    { id: 'fld_until1', name: 'until', type: 'text', label: { en: 'Until' } },
  ],
}
const FORM: Form = {
  schema: 'tongdao/form/1',
  id: 'frm_claim1',
  name: 'claim',
  label: { en: 'Claim' },
  entity: ENTITY.id,
  layout: [
    { id: 'sec_first1', label: { en: 'What' }, help: { en: 'Say it in a few words.' }, columns: 1, items: [{ field: 'fld_title1' }] },
    { id: 'sec_second', label: { en: 'Why' }, items: [{ field: 'fld_reason' }, { field: 'fld_state1', choices: '{"open", "done"}' }, { field: 'fld_urgent' }, { field: 'fld_until1', show: 'urgent' }] },
  ],
}
const TREES = { '{"open", "done"}': { table: [[{ literal: 'open' }, { literal: 'done' }]] }, urgent: { name: ['urgent'] } }

async function open(arrangement: 'tabs' | 'steps') {
  const access = Object.fromEntries(ENTITY.fields.map(({ name }) => [name, 'edit' as const]))
  const rights = { claim: { read: true, create: true, update: true, delete: false, export: false, import: false, fields: access } }
  const definition: Definition = { ...DEFINITION, entities: [ENTITY], forms: [{ ...FORM, arrangement }], views: [], options: [STATES], rights, trees: TREES }
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /apps/channel_sales/definition': () => definition,
    'POST /apps/channel_sales/entities/claim/records:compute': () => ({ values: {}, issues: [] }),
    'POST /apps/channel_sales/entities/claim/records': ({ body }) => ({ id: 'c1', version: 1, ...(body as object) }),
  })
  const view = renderRoutes(ROUTES, '/a/channel_sales/e/claim/new')
  await screen.findByLabelText(/^Title/)
  return { ...view, asked }
}

const stored = (asked: readonly Asked[]) => asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/records'))

test('a step leads on once it is filled in, and says what is missing until then', async () => {
  const { user } = await open('steps')
  const steps = within(screen.getByRole('navigation', { name: 'Steps' }))

  expect(screen.getByText('Say it in a few words.')).toBeTruthy()
  expect((steps.getByRole('button', { name: /Why/ }) as HTMLButtonElement).disabled).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Next' }))
  expect((await screen.findAllByText('This has to be filled in.')).length).toBeGreaterThan(0)
  expect(document.activeElement).toBe(screen.getByLabelText(/^Title/))
  await user.type(screen.getByLabelText(/^Title/), 'Broken lamp')
  await user.click(screen.getByRole('button', { name: 'Next' }))

  expect(steps.getByRole('button', { name: /Why/ }).getAttribute('aria-current')).toBe('step')
  expect(screen.getByRole('button', { name: 'Back' })).toBeTruthy()
})

test('saving leads to the tab with what is missing', async () => {
  const { user, asked } = await open('tabs')

  await user.type(screen.getByLabelText(/^Title/), 'Broken lamp')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(screen.getByRole('tab', { name: /Why/ }).getAttribute('aria-selected')).toBe('true'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Reason/)))
  expect(stored(asked)).toEqual([])
})

test('only what may be chosen is offered', async () => {
  const { user } = await open('tabs')

  await user.click(screen.getByRole('tab', { name: /Why/ }))
  await user.click(screen.getByRole('combobox', { name: /^State/ }))

  expect((await screen.findAllByTitle('open')).length).toBeGreaterThan(0)
  expect(screen.queryByTitle('paid')).toBeNull()
})

test.each(['tabs', 'steps'] as const)('a form in %s can be filled in without seeing it', async (arrangement) => {
  const { container } = await open(arrangement)

  await expectAccessible(container)
})

test('the form is named with what is saved, and what it no longer shows stays behind', async () => {
  const { user, asked } = await open('tabs')

  await user.type(screen.getByLabelText(/^Title/), 'Broken lamp')
  await user.click(screen.getByRole('tab', { name: /Why/ }))
  await user.type(screen.getByLabelText(/^Reason/), 'It fell')
  await user.click(screen.getByRole('switch', { name: /^Urgent/ }))
  await user.type(await screen.findByLabelText(/^Until/), 'noon')
  await user.click(screen.getByRole('switch', { name: /^Urgent/ }))
  await waitFor(() => expect(screen.queryByLabelText(/^Until/)).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(stored(asked)).toHaveLength(1))
  expect(stored(asked)[0]?.query).toEqual({ expand: '*', form: 'claim' })
  expect(stored(asked)[0]?.body).toEqual({ title: 'Broken lamp', reason: 'It fell', urgent: false })
})

test('what was typed comes back with its field', async () => {
  const { user } = await open('tabs')

  await user.click(screen.getByRole('tab', { name: /Why/ }))
  const urgent = screen.getByRole('switch', { name: /^Urgent/ })
  await user.click(urgent)
  await user.type(await screen.findByLabelText(/^Until/), 'noon')
  await user.click(urgent)
  await user.click(urgent)

  expect((await screen.findByLabelText<HTMLInputElement>(/^Until/)).value).toBe('noon')
})
