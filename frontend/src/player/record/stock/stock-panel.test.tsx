import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { DEFINITION, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'

import { StockPanel } from './stock-panel'

const ORDER = { entity: 'sales_order', record: { id: 'r1', title: 'SO-9' } }
const STOCK = {
  reservations: [{ id: 'h1', ...ORDER, quantity: 3, shipped: 1, open: 2, since: '2026-11-23T02:00:00Z', expires_at: null }],
  movements: [
    { version: 2, at: '2026-11-23T02:00:00Z', kind: 'reserve', on_hand_change: 0, reserved_change: 3, on_hand: 5, reserved: 3, by: null, ...ORDER },
    { version: 1, at: '2026-11-22T02:00:00Z', kind: 'opening', on_hand_change: 5, reserved_change: 0, on_hand: 5, reserved: 0, by: { id: 'u1', title: 'Ms Li' }, entity: null, record: null },
  ],
  next_cursor: null,
}

test('movements say what came and went, and for which order', async () => {
  startFakeServer({ ...SIGNED_IN, 'GET /apps/channel_sales/entities/stock/records/b1/stock': () => STOCK })
  const panel = (
    <FieldScopeProvider definition={DEFINITION}>
      <StockPanel place={{ app: 'channel_sales', entity: 'stock' }} id="b1" version={2} />
    </FieldScopeProvider>
  )
  const { container } = renderRoutes(signedIn([{ path: '/', element: panel }]), '/')

  expect((await screen.findAllByRole('link', { name: 'SO-9' })).map((link) => link.getAttribute('href'))).toEqual([
    '/a/channel_sales/e/sales_order/r1',
    '/a/channel_sales/e/sales_order/r1',
  ])
  expect(screen.getByText('2 of 3')).toBeTruthy()
  expect(screen.getByText('+3')).toBeTruthy()
  expect(screen.getByText(/Opening/)).toBeTruthy()
  await expectAccessible(container)
})
