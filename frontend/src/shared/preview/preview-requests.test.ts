import { expect, test } from 'vitest'

import { sendInPreview, wouldWrite, type Asked } from './preview-requests'
import { previewName, readPreview, type Preview } from './preview'

const PREVIEW: Preview = { app: 'sales', role: 'rol_1', as: 'Dealer', language: 'en' }
const DEFINITION = { entities: [{ name: 'order', fields: [{ name: 'no' }, { name: 'amount' }] }] }
const DRAFT = { documents: { 'dashboards/new.json': { id: 'dsh_1', name: 'new', tiles: [{ report: 'rpt_1' }] }, 'reports/one.json': { id: 'rpt_1', name: 'one' }, 'reports/two.json': { id: 'rpt_2', name: 'two' } } }

function sending() {
  const sent: Asked[] = []
  const send = (asked: Asked) => {
    sent.push(asked)
    if (asked.path.endsWith('/definition')) return Promise.resolve(Response.json(DEFINITION))
    if (asked.path === '/design/sales') return Promise.resolve(Response.json(DRAFT))
    if (asked.query['filter'] !== undefined) return Promise.resolve(new Response('{}', { status: 422 }))
    return Promise.resolve(Response.json({ items: ['published'] }))
  }
  return { sent, send }
}

const ask = (path: string, query = {}): Asked => ({ path, method: 'GET', query })

test('a window says by its name what it shows', () => {
  expect(readPreview(previewName(PREVIEW))).toEqual(PREVIEW)
  expect(['', 'other', 'tongdao-preview:{', 'tongdao-preview:{"app":1}'].map(readPreview)).toEqual([null, null, null, null])
})

test.each([
  ['GET', '/apps/sales/entities/order/records', false],
  ['POST', '/apps/sales/entities/order/records', true],
  ['PATCH', '/apps/sales/entities/order/records/1', true],
  ['POST', '/apps/sales/entities/order/records:compute', false],
  ['POST', '/apps/sales/query', false],
  ['POST', '/design/sales:publish', true],
])('%s %s writes: %s', (method, path, writes) => {
  expect(wouldWrite(method, path)).toBe(writes)
})

test('documents come from the draft, for the role', async () => {
  const { sent, send } = sending()

  await sendInPreview(PREVIEW, ask('/apps/sales/definition'), send)

  expect(sent).toEqual([{ path: '/design/sales/preview', method: 'GET', query: { role: 'rol_1' } }])
})

test('records are asked for without what only the draft has', async () => {
  const { sent, send } = sending()

  await sendInPreview(PREVIEW, ask('/apps/sales/entities/order/records', { fields: 'no,remark', sort: '-remark', filter: 'remark = "a"' }), send)

  const asked = sent.filter(({ path }) => path.endsWith('/records'))
  expect(asked.map(({ query }) => query)).toMatchObject([{ fields: 'no', sort: undefined, filter: 'remark = "a"' }, { fields: 'no', filter: undefined }])
})

test('an entity that only the draft has is empty', async () => {
  const { send } = sending()

  const answer = await sendInPreview(PREVIEW, ask('/apps/sales/entities/visit/records'), send)

  expect(await answer.json()).toEqual({ items: [], next_cursor: null, total: 0 })
})

test('a dashboard of the draft comes with the reports on it', async () => {
  const { send } = sending()

  const answer = await sendInPreview(PREVIEW, ask('/apps/sales/dashboards/new'), send)

  expect(await answer.json()).toMatchObject({ dashboard: { id: 'dsh_1' }, reports: [{ id: 'rpt_1' }] })
})
