import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer } from '@/app/testing/fake-server'
import { ALL_ORDERS, DEFINITION, ORDER_FORM, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Page } from '@/generated/metadata'

import PagePage from './page-page'

const ROUTES = signedIn([
  { path: '/a/:app/pages/:page', Component: PagePage },
  { path: '/a/:app/*', element: <p>elsewhere</p> },
])
const PLACE = { x: 0, w: 12, h: 6 }
const PAGE: Page = {
  schema: 'tongdao/page/1',
  id: 'pag_desk01',
  name: 'desk',
  label: { en: 'My desk' },
  blocks: [
    { id: 'blk_word01', kind: 'text', text: { en: '# Welcome\n\n[elsewhere](https://example.test/) <b>not bold</b>' }, y: 0, ...PLACE },
    { id: 'blk_form01', kind: 'form', form: ORDER_FORM.id, y: 6, ...PLACE },
    { id: 'blk_hide01', kind: 'list', view: 'viw_hidden', y: 12, ...PLACE },
    { id: 'blk_goes01', kind: 'buttons', buttons: [{ id: 'btn_goes01', view: ALL_ORDERS.id }, { id: 'btn_goes02', view: 'viw_hidden' }], y: 18, ...PLACE },
  ],
}
const FORM = { ...ORDER_FORM, layout: [{ id: 'sec_1', items: [{ field: 'fld_amount' }] }] }

function open(page: Page = PAGE) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /apps/channel_sales/definition': () => ({ ...DEFINITION, forms: [FORM] }),
    'GET /apps/channel_sales/pages/desk': () => ({ page, reports: [] }),
    'POST /apps/channel_sales/entities/sales_order/records:compute': () => ({ values: {}, issues: [] }),
    'POST /apps/channel_sales/entities/sales_order/records': () => ({ id: 'r9', version: 1, no: 'SO-9', amount: '5.00' }),
  })
  return { ...renderRoutes(ROUTES, '/a/channel_sales/pages/desk'), asked }
}

test('a page shows its words and buttons, and nothing of what this person may not see', async () => {
  const { container } = open()

  expect(await screen.findByRole('heading', { name: 'Welcome' })).toBeTruthy()
  expect(screen.getByText(/<b>not bold<\/b>/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'elsewhere' }).getAttribute('rel')).toBe('noopener noreferrer')
  expect(screen.getByRole('link', { name: 'All orders' }).getAttribute('href')).toBe('/a/channel_sales/v/orders')
  expect(container.textContent).not.toContain('viw_hidden')
  await screen.findByRole('region', { name: 'Order entry' })
  await expectAccessible(container)
})

test('a record is entered on the page, and the form is empty again', async () => {
  const { asked, user } = open()

  const amount = await screen.findByLabelText<HTMLInputElement>('Amount')
  await user.type(amount, '5')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  const posted = () => asked.find(({ method, path }) => method === 'POST' && path.endsWith('/records'))
  await waitFor(() => expect(posted()?.body).toMatchObject({ amount: '5' }))
  expect(posted()?.query['form']).toBe(FORM.name)
  expect((await screen.findByRole('link', { name: 'SO-9' })).getAttribute('href')).toBe('/a/channel_sales/e/sales_order/r9')
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Amount').value).toBe(''))
})

test('a page with nothing to see says so, and one that is not there as well', async () => {
  open({ ...PAGE, blocks: [] })
  expect(await screen.findByText('There is nothing on this page for you to see yet')).toBeTruthy()

  startFakeServer({ ...SIGNED_IN, 'GET /apps/channel_sales/pages/gone': () => refuse(404) })
  renderRoutes(ROUTES, '/a/channel_sales/pages/gone')
  expect(await screen.findByText('There is no such page')).toBeTruthy()
})
