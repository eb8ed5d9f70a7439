import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked } from '@/app/testing/fake-server'
import { ALL_ORDERS, DEFINITION, ORDER, ORDER_FORM, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Page } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import PageDesignerPage from './page-designer-page'

const ROUTES = signedIn([{ path: '/design/:app/page/:name', Component: PageDesignerPage }])
const PAGE: Page = {
  schema: 'tongdao/page/1',
  id: 'pag_desk01',
  name: 'desk',
  label: { en: 'My desk' },
  blocks: [
    { id: 'blk_list01', kind: 'list', view: ALL_ORDERS.id, x: 0, y: 0, w: 12, h: 8 },
    { id: 'blk_word01', kind: 'text', text: { en: '# Welcome' }, x: 12, y: 0, w: 12, h: 4 },
    { id: 'blk_goes01', kind: 'buttons', buttons: [{ id: 'btn_goes01', view: ALL_ORDERS.id }], x: 12, y: 4, w: 12, h: 2 },
  ],
}
const DRAFT = {
  app: 'channel_sales',
  base_release: 1,
  newest_release: 1,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'views/orders.json': ALL_ORDERS, 'forms/order.json': ORDER_FORM, 'pages/desk.json': PAGE },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [{ code: 'page.block.unseen', file: 'pages/desk.json', place: ['blocks', 0, 'view'], pointer: '/x', severity: 'warning', words: { en: 'Nobody is shown it.' } }],
  effect: { [PAGE.id]: 'publish' },
} as unknown as Draft

async function open() {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => DRAFT,
    'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1 }),
  })
  const shown = renderRoutes(ROUTES, '/design/channel_sales/page/desk')
  const canvas = within(await screen.findByRole('region', { name: 'Page canvas' }))
  return { ...shown, asked, canvas }
}

const edits = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ body }) => body as { kind: string; params: object })

test('a block of the palette comes below all others, and shows something at once', async () => {
  const { asked, user } = await open()

  await user.click(screen.getByRole('button', { name: /^Entry form/ }))

  await waitFor(() => expect(edits(asked)[0]).toMatchObject({ kind: 'add_block', params: { page: PAGE.id, kind: 'form', form: ORDER_FORM.id } }))
})

test('a block is chosen, stepped, resized and taken off with the keyboard', async () => {
  const { asked, canvas, user } = await open()

  canvas.getByRole('button', { name: 'Choose “All orders”' }).focus()
  await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}{Delete}')

  await waitFor(() =>
    expect(edits(asked)).toMatchObject([
      { kind: 'move_block', params: { block: 'blk_list01', x: 1, y: 0, w: 12, h: 8, places: { blk_word01: { x: 12, y: 8, w: 12, h: 4 }, blk_goes01: { x: 12, y: 12, w: 12, h: 2 } } } },
      { kind: 'move_block', params: { block: 'blk_list01', x: 0, y: 0, w: 12, h: 9, places: {} } },
      { kind: 'add_block', params: { kind: 'list', view: ALL_ORDERS.id, x: 12, y: 6, w: 12, h: 8 } },
      { kind: 'remove_block', params: { block: 'blk_list01' } },
    ]),
  )
})

test('a block is moved by numbers, and what is in its way goes below', async () => {
  const { asked, canvas, user } = await open()

  await user.click(canvas.getByRole('button', { name: 'Choose “Buttons”' }))
  const row = screen.getByRole('spinbutton', { name: 'Row' })
  await user.clear(row)
  await user.type(row, '0{Enter}')

  await waitFor(() => expect(edits(asked)).toMatchObject([{ kind: 'move_block', params: { block: 'blk_goes01', x: 12, y: 0, w: 12, h: 2, places: { blk_word01: { x: 12, y: 2 } } } }]))
})

test('words and buttons are set up beside the page', async () => {
  const { asked, canvas, user } = await open()

  await user.click(canvas.getByRole('button', { name: 'Choose “Words”' }))
  await user.type(screen.getByRole('textbox', { name: 'Words (EN)' }), '!')
  await user.tab()
  await user.click(canvas.getByRole('button', { name: 'Choose “Buttons”' }))
  await user.click(screen.getByRole('switch', { name: 'Stands out' }))

  await waitFor(() =>
    expect(edits(asked).map(({ params }) => params)).toMatchObject([
      { block: 'blk_word01', property: 'text', value: { en: '# Welcome!' } },
      { block: 'blk_goes01', property: 'buttons', value: [{ id: 'btn_goes01', view: ALL_ORDERS.id, primary: true }] },
    ]),
  )
})

test('a block nobody sees has a mark that says so', async () => {
  const { canvas, user } = await open()

  await user.click(canvas.getByRole('button', { name: /finding|1/ }))

  expect((await screen.findAllByText('Nobody is shown it.')).length).toBeGreaterThan(0)
})

test('the designer of pages can be used without seeing it', async () => {
  const { container, canvas, user } = await open()
  await user.click(canvas.getByRole('button', { name: 'Choose “Buttons”' }))

  await expectAccessible(container)
})
