import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type Asked } from '@/app/testing/fake-server'
import { SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import AppHomePage from './app-home-page'

const ROUTES = signedIn([{ path: '/a/:app', Component: AppHomePage }])

const RECORD = {
  id: 'r-1',
  no: 'XS-0001',
  version: 1,
  modified_at: '2026-11-23T02:11:05Z',
  modified_by: { id: 'u-1', title: '张伟' },
}

/** Large orders are 3, all orders 506; every list names the same record. */
function records({ query }: Asked) {
  return { items: [RECORD], next_cursor: null, total: query['conditions'] === undefined ? 506 : 3, release: 1 }
}

describe('the overview of an app', () => {
  test('counts the records of every view with the view’s own conditions', async () => {
    const asked = startFakeServer({ ...SIGNED_IN, 'GET /apps/channel_sales/entities/sales_order/records': records })
    renderRoutes(ROUTES, '/a/channel_sales')

    expect(await screen.findByText('506')).toBeTruthy()
    expect(await screen.findByText('3')).toBeTruthy()
    const conditions = asked.map(({ query }) => query['conditions']).find((sent) => sent !== undefined)
    expect(JSON.parse(conditions ?? '')).toEqual([{ field: 'amount', operator: 'greater', value: '10000' }])
  })

  test('names who changed what last and leads there', async () => {
    startFakeServer({ ...SIGNED_IN, 'GET /apps/channel_sales/entities/sales_order/records': records })
    renderRoutes(ROUTES, '/a/channel_sales')

    const link = await screen.findByRole('link', { name: 'XS-0001' })
    expect(link.getAttribute('href')).toBe('/a/channel_sales/e/sales_order/r-1')
    expect(screen.getByText('Sales order · 张伟')).toBeTruthy()
  })

  test('asks for one’s own changes when wanted', async () => {
    const asked = startFakeServer({ ...SIGNED_IN, 'GET /apps/channel_sales/entities/sales_order/records': records })
    const { user } = renderRoutes(ROUTES, '/a/channel_sales')

    await user.click(await screen.findByText('By me'))

    await screen.findByRole('link', { name: 'XS-0001' })
    const mine = asked.map(({ query }) => query['conditions'] ?? '').find((sent) => sent.includes('modified_by'))
    expect(JSON.parse(mine ?? '')).toEqual([{ field: 'modified_by', operator: 'equals', value: 'u-lina' }])
  })

  test('says what is wrong when the app cannot be read', async () => {
    const issue = { code: 'test.unknown_app', pointer: '', params: {}, message: 'There is no such app.' }
    startFakeServer({ ...SIGNED_IN, 'GET /apps/channel_sales/definition': () => refuse(404, { issues: [issue] }) })
    renderRoutes(ROUTES, '/a/channel_sales')

    expect(await screen.findByText('There is no such app.')).toBeTruthy()
  })

  test('is accessible', async () => {
    startFakeServer({ ...SIGNED_IN, 'GET /apps/channel_sales/entities/sales_order/records': records })
    const { container } = renderRoutes(ROUTES, '/a/channel_sales')

    await screen.findByText('506')
    await expectAccessible(container)
  })
})
