import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity, Options } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import OptionsDesignerPage from './options-designer-page'

const ROUTES = signedIn([{ path: '/design/:app/options/:name', Component: OptionsDesignerPage }])
const LEVEL: Options = {
  schema: 'tongdao/options/1',
  id: 'opt_level1',
  name: 'level',
  label: { zh: '等级', en: 'Level' },
  choices: [
    { value: 'high', label: { zh: '高', en: 'High' }, color: 'red' },
    { value: 'low', label: { zh: '低', en: 'Low' } },
  ],
}
const WITH_LEVEL: Entity = { ...ORDER, fields: [...ORDER.fields, { id: 'fld_level1', name: 'level', type: 'choice', label: { en: 'Level' }, options: { list: LEVEL.id } }] }
const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': WITH_LEVEL, 'options/level.json': LEVEL },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: {},
}

async function open(more: FakeRoutes = {}) {
  const asked = startFakeServer({ ...SIGNED_IN, ...more, 'GET /design/channel_sales': () => DRAFT, 'POST /design/channel_sales/commands': () => DRAFT })
  const view = renderRoutes(ROUTES, '/design/channel_sales/options/level')
  await screen.findByRole('list', { name: 'Choices' })
  return { ...view, asked }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ body }) => body)

test('a choice is typed, several are pasted', async () => {
  const { asked, user } = await open()

  await user.type(screen.getByRole('textbox', { name: 'New choice' }), 'Middle | 中{Enter}')
  await user.click(screen.getByRole('textbox', { name: 'New choice' }))
  await user.paste('A\nB\t乙')

  await waitFor(() => expect(edits(asked)).toHaveLength(2))
  expect(edits(asked)).toMatchObject([
    { kind: 'add_choice', params: { list: LEVEL.id, label: { en: 'Middle', zh: '中' } } },
    { kind: 'paste_choices', params: { choices: [{ en: 'A' }, { en: 'B', zh: '乙' }] } },
  ])
})

test('a choice is retired, moved by keyboard and removed', async () => {
  const { asked, user } = await open()

  await user.click(screen.getByRole('switch', { name: '“High” can be chosen' }))
  screen.getByRole('button', { name: 'Move “High”' }).focus()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await user.click(screen.getByRole('button', { name: 'Remove “Low”' }))
  await user.click(await screen.findByRole('button', { name: 'Remove' }))

  await waitFor(() => expect(edits(asked)).toHaveLength(3))
  expect(edits(asked)).toMatchObject([
    { kind: 'set_choice', params: { choice: 'high', property: 'retired', value: true } },
    { kind: 'move_choice', params: { choice: 'high', index: 1 } },
    { kind: 'remove_choice', params: { choice: 'low' } },
  ])
})

const FORESEEN = {
  steps: [
    { code: 'storage.step.merge', words: { en: 'Level of Sales order: “Low” becomes “High”' }, rows: 1204, seconds: 0.1 },
    { code: 'storage.step.merge', words: { en: 'Level of Customer: “Low” becomes “High”' }, rows: 0, seconds: 0 },
  ],
  documents: [
    { file: 'options/level.json', kind: { en: 'option list' }, label: LEVEL.label },
    { file: 'views/low.json', kind: { en: 'list' }, label: { en: 'Low orders' } },
  ],
}

test('a choice is merged into another, once it is seen what changes', async () => {
  const { asked, user, container } = await open({ 'POST /design/channel_sales:foresee': () => FORESEEN })

  await user.click(screen.getByRole('button', { name: 'Merge “Low” into another choice' }))
  await user.click(await screen.findByRole('combobox', { name: 'Into' }))
  await user.click(await screen.findByTitle('High'))

  const records = within(await screen.findByRole('region', { name: 'Records that change' }))
  expect(records.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Level of Sales order: “Low” becomes “High” · 1,204 records'])
  expect(within(screen.getByRole('region', { name: 'Will name the other choice from then on' })).getByText('list · Low orders')).toBeTruthy()
  await expectAccessible(container)
  await user.click(screen.getByRole('button', { name: 'Merge' }))

  const merge = { kind: 'merge_choice', params: { list: LEVEL.id, choice: 'low', into: 'high' } }
  await waitFor(() => expect(edits(asked)).toMatchObject([merge, merge]))
})

test('why a choice cannot be merged is said before', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales:foresee': () => refuse(403, { issues: [{ code: 'design.propose.not_permitted', pointer: '/views/low', params: { document: 'low' } }] }) })

  await user.click(screen.getByRole('button', { name: 'Merge “Low” into another choice' }))
  await user.click(await screen.findByRole('combobox', { name: 'Into' }))
  await user.click(await screen.findByTitle('High'))

  expect(await screen.findByText('It cannot be merged')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Merge' }).disabled).toBe(true)
  expect(edits(asked)).toHaveLength(1)
})

test('the fields that choose from it are one click away, and it stays as long as there are any', async () => {
  const { container } = await open()

  expect(screen.getByRole('link', { name: 'Sales order · Level' }).getAttribute('href')).toBe('/design/channel_sales/entity/sales_order?at=fields%2F2')
  expect((screen.getByRole('button', { name: 'Delete the list' }) as HTMLButtonElement).disabled).toBe(true)
  await expectAccessible(container)
})

test('what is being typed when the tab closes is sent', async () => {
  const { asked, user } = await open()
  const [high] = screen.getAllByRole('textbox', { name: /^High/ })

  await user.type(high as HTMLElement, 'est')
  window.dispatchEvent(new Event('pagehide'))

  await waitFor(() => expect(edits(asked)).toHaveLength(1))
  expect(edits(asked)).toMatchObject([{ kind: 'set_choice', params: { choice: 'high', property: 'label' } }])
})
