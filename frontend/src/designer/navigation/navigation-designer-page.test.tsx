import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked } from '@/app/testing/fake-server'
import { ALL_ORDERS, DEFINITION, LARGE_ORDERS, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import type { Draft } from '../drafting/draft'
import NavigationDesignerPage from './navigation-designer-page'

const ROUTES = signedIn([{ path: '/design/:app/navigation', Component: NavigationDesignerPage }])
const APP = { ...DEFINITION.app, navigation: [{ group: { en: 'Work' }, items: [{ view: ALL_ORDERS.id }] }] }
const DRAFT = {
  app: 'channel_sales',
  base_release: 1,
  newest_release: 1,
  revision: 0,
  documents: { 'app.json': APP, 'entities/sales_order.json': ORDER, 'views/orders.json': ALL_ORDERS, 'views/large_orders.json': LARGE_ORDERS },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [APP.id]: 'publish' },
} as unknown as Draft

async function open() {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => DRAFT,
    'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1 }),
  })
  const shown = renderRoutes(ROUTES, '/design/channel_sales/navigation')
  const tree = within(await screen.findByRole('navigation', { name: 'Navigation' }))
  return { ...shown, asked, tree }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ body }) => body as object)

test('what the navigation does not offer yet is put in', async () => {
  const { asked, user } = await open()

  await user.dblClick(screen.getByLabelText(/^Large orders: /))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'add_navigation_item', params: { view: LARGE_ORDERS.id, at: [1] } }))
})

test('items step out of groups with the keyboard, and are taken out', async () => {
  const { asked, tree, user } = await open()

  tree.getByRole('button', { name: 'All orders' }).focus()
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}{Delete}')

  await waitFor(() =>
    expect(edits(asked)).toMatchObject([
      { kind: 'move_navigation_item', params: { at: [0, 0], to: [1] } },
      { kind: 'remove_navigation_item', params: { view: ALL_ORDERS.id } },
    ]),
  )
})

test('a group has a heading, and is dissolved', async () => {
  const { asked, tree, user } = await open()

  await user.click(tree.getByRole('button', { name: 'Work' }))
  await user.type(screen.getByRole('textbox', { name: 'Heading of the group (EN)' }), ' today')
  await user.click(screen.getByRole('button', { name: /^Dissolve/ }))

  await waitFor(() =>
    expect(edits(asked)).toMatchObject([
      { kind: 'set_navigation_item', params: { at: [0], property: 'group', value: { en: 'Work today' } } },
      { kind: 'remove_navigation_group', params: { at: [0] } },
    ]),
  )
})

test('the designer of the navigation can be used without seeing it', async () => {
  const { container, tree, user } = await open()
  await user.click(tree.getByRole('button', { name: 'Work' }))

  await expectAccessible(container)
})
