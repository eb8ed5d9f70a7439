import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { renderRoutes } from '@/app/testing/render'

import { NotificationBell } from './notification-bell'

const NEWS = { id: 'n1', at: '2026-11-23T02:00:00Z', read_at: null, subject: 'SO0001 waits for you', body: 'Total 12,000', app: 'sales', entity: 'order', record: { id: 'o1', title: 'SO0001' }, task: 't1' }
const READ = { ...NEWS, id: 'n2', read_at: NEWS.at, subject: 'SO0000 was approved', task: null }
const ROUTES = [
  { path: '/', element: <NotificationBell /> },
  { path: '/inbox/:open', element: <p>the task</p> },
]

function serve() {
  const unread = { count: 1 }
  return startFakeServer({
    'GET /notifications': () => ({ items: [{ ...NEWS, read_at: unread.count === 0 ? NEWS.at : null }, READ], unread: unread.count, next_cursor: null }),
    'POST /notifications:read': () => {
      unread.count = 0
      return {}
    },
  })
}

test('the bell tells how many are unread and shows them', async () => {
  serve()
  const { user, baseElement } = renderRoutes(ROUTES)

  await user.click(await screen.findByRole('button', { name: 'Notifications, one unread' }))

  const list = await screen.findByRole('region', { name: 'Notifications' })
  expect(await within(list).findByRole('link', { name: 'SO0001 waits for you' })).toBeTruthy()
  expect(within(list).getByRole('link', { name: 'SO0000 was approved' }).getAttribute('href')).toBe('/a/sales/e/order/o1')
  await expectAccessible(baseElement)
})

test('choosing one marks it as read and leads to its task', async () => {
  const asked = serve()
  const { user } = renderRoutes(ROUTES)

  await user.click(await screen.findByRole('button', { name: 'Notifications, one unread' }))
  await user.click(await screen.findByRole('link', { name: 'SO0001 waits for you' }))

  expect(await screen.findByText('the task')).toBeTruthy()
  await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ ids: ['n1'] }))
})

test('all are marked as read at once', async () => {
  serve()
  const { user } = renderRoutes(ROUTES)

  await user.click(await screen.findByRole('button', { name: 'Notifications, one unread' }))
  await user.click(await screen.findByRole('button', { name: 'Mark all as read' }))

  expect(await screen.findByRole('button', { name: 'Notifications' })).toBeTruthy()
})
