import { screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type FakeRoutes } from '@/app/testing/fake-server'
import { SIGNED_IN } from '@/app/testing/fixtures'
import { FLOW_NAME, RUN } from '@/app/testing/flows'
import { renderRoutes, signedIn } from '@/app/testing/render'

import { FlowStrip } from './flow-strip'
import { ForecastNote } from './forecast-note'

const PLACE = { app: 'sales', entity: 'order' }
const ME = { id: 'u-lina', title: 'Li Na' }
const RUNNING = { instance: 'i1', flow: FLOW_NAME, state: 'running', started_at: '2026-11-23T02:00:00Z', ended_at: null, submitter: ME, waiting_for: [{ id: 'u-wang', title: 'Wang Wei' }] }
const BUTTON = { flow: 'cancel_order', label: { zh: '取消订单', en: 'Cancel order' }, confirm: { zh: '库存会被释放。', en: 'Stock is given back.' }, danger: true }

function open(element: ReactNode, routes: FakeRoutes) {
  const asked = startFakeServer({ ...SIGNED_IN, ...routes })
  return { asked, ...renderRoutes(signedIn([{ path: '*', element }])) }
}

test('a record says that it is being approved, by whom, and can be withdrawn by who submitted it', async () => {
  const { asked, user, container } = open(<FlowStrip place={PLACE} id="o1" isDirty={false} />, {
    'GET /apps/sales/entities/order/records/o1/flows': () => ({ items: [RUNNING], buttons: [] }),
    'POST /apps/sales/flows/order_approval/instances/i1:withdraw': () => ({ ...RUN, state: 'withdrawn' }),
  })

  const strip = await screen.findByRole('region', { name: 'State of flows' })
  expect(within(strip).getByText('Running')).toBeTruthy()
  expect(within(strip).getByText('Waiting for Wang Wei')).toBeTruthy()
  await expectAccessible(container)
  await user.click(within(strip).getByRole('button', { name: 'Withdraw' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Withdraw' }))

  await waitFor(() => expect(asked.some(({ path }) => path.endsWith(':withdraw'))).toBe(true))
})

test('a button flow starts once what it does was confirmed', async () => {
  const { asked, user } = open(<FlowStrip place={PLACE} id="o1" isDirty={false} />, {
    'GET /apps/sales/entities/order/records/o1/flows': () => ({ items: [], buttons: [BUTTON] }),
    'POST /apps/sales/flows/cancel_order/instances': () => ({ instance: 'i9' }),
  })

  await user.click(await screen.findByRole('button', { name: 'Cancel order' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('Stock is given back.')).toBeTruthy()
  expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  await user.click(within(dialog).getByRole('button', { name: 'Cancel order' }))

  expect(await screen.findByText('The flow has started.')).toBeTruthy()
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ record: 'o1' })
})

test('with unsaved entries a button flow waits', async () => {
  open(<FlowStrip place={PLACE} id="o1" isDirty />, { 'GET /apps/sales/entities/order/records/o1/flows': () => ({ items: [], buttons: [BUTTON] }) })

  const button = (await screen.findByRole('button', { name: 'Cancel order' })) as HTMLButtonElement
  expect(button.disabled).toBe(true)
})

test('before saving it says who will be asked, and why', async () => {
  const step = { node: 'n1', label: { zh: '总监审批', en: 'Director approves' }, kind: 'approval', people: [ME], mode: 'any', words: { zh: '超过一万', en: 'Over 10,000' } }
  const silent = { ...step, node: 'n2', kind: 'update_record', people: [] }
  const { asked, user } = open(<ForecastNote place={PLACE} id={null} values={{ total: '12000' }} />, {
    'POST /apps/sales/entities/order/records:forecast': () => ({ flows: [{ flow: { id: 'f1', label: FLOW_NAME.label }, steps: [step, silent] }] }),
  })

  expect(await screen.findByText('Li Na')).toBeTruthy()
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ values: { total: '12000' } })
  await user.click(screen.getByRole('button', { name: 'Why' }))
  expect(await screen.findByText('Over 10,000')).toBeTruthy()
})
