import { screen, waitFor, within } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity, Options } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DraftingProvider } from '../drafting/drafting-provider'
import { ExpressionEntry } from './expression-entry'
import { offeredNames } from './offered-names'

const STATUS: Options = { schema: 'tongdao/options/1', id: 'opt_status', name: 'status', label: { en: 'Status' }, choices: [{ value: 'open', label: { en: 'Open' } }, { value: 'done', label: { en: 'Done' } }] }
const ENTITY: Entity = {
  ...ORDER,
  fields: [...ORDER.fields, { id: 'fld_status', name: 'status', type: 'choice', label: { en: 'State of things' }, options: { list: STATUS.id } }, { id: 'fld_urgent', name: 'urgent', type: 'switch', label: { en: 'Urgent' } }],
}
const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ENTITY, 'options/status.json': STATUS },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [ORDER.id]: 'publish' },
}
const RECORD = { id: 'rec-1', version: 1, created_at: '', created_by: null, modified_at: '', modified_by: null, no: 'XS-1', amount: '20000', status: 'open' }
const RIGHT = { issues: [], kind: 'boolean', value: true, error: null }

async function open(first: string, more: FakeRoutes = {}, result: 'boolean' | 'any' = 'boolean', entity = ENTITY) {
  const committed: (string | null)[] = []
  function Here() {
    const { draft } = useDrafting()
    const [value, setValue] = useState<string | undefined>(first)
    const names = useMemo(() => offeredNames(draft, entity, 'en'), [draft])
    const commit = (expression: string | null) => {
      committed.push(expression)
      setValue(expression ?? undefined)
    }
    return <ExpressionEntry title="Shown when" value={value} names={names} result={result} sampleEntity="sales_order" onCommit={commit} />
  }
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => DRAFT,
    'GET /apps/channel_sales/entities/sales_order/records': () => ({ items: [RECORD], next_cursor: null, release: 3 }),
    'GET /apps/channel_sales/entities/sales_order/records/rec-1': () => RECORD,
    'POST /design/channel_sales:check-expression': () => RIGHT,
    ...more,
  })
  const view = renderRoutes(signedIn([{ path: '/here', element: <DraftingProvider app="channel_sales"><Here /></DraftingProvider> }]), '/here')
  const box = await screen.findByRole('textbox', { name: 'Shown when' })
  return { ...view, asked, committed, box: box as HTMLTextAreaElement }
}

const checks = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith(':check-expression')).map(({ body }) => body)

test('a condition is clicked together and stands below as an expression', async () => {
  const { user, committed, box } = await open('')

  await user.click(screen.getByRole('button', { name: 'Condition' }))
  await user.click(await screen.findByTitle('Amount'))
  await user.type(screen.getByRole('spinbutton', { name: 'Value for “Amount”' }), '10000{Enter}')

  expect(committed.at(-1)).toBe('amount = 10000')
  expect(box.value).toBe('Amount = 10000')
})

test('an expression that rows can show is shown in rows, choices by their label', async () => {
  await open('status = "open" AND NOT urgent')

  const rows = within(screen.getByRole('group', { name: 'Shown when: conditions' }))
  expect(rows.getByText('Open')).toBeTruthy()
  expect(rows.getByText('is no')).toBeTruthy()
  expect(rows.getByText('all of them')).toBeTruthy()
})

test('another expression stays text, and the person is told', async () => {
  await open('amount * 2 > 10')

  expect(screen.getByText(/written as a formula/)).toBeTruthy()
})

test('names are shown by their label and kept by their name; functions come with help', async () => {
  const { user, committed, box } = await open('status = "open"')

  expect(box.value).toBe('[State of things] = "open"')
  await user.clear(box)
  await user.type(box, 'ROUNDU')
  expect(await screen.findByText('ROUNDUP(number, digits?)')).toBeTruthy()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(box.value).toBe('ROUNDUP()'))
  await user.type(box, 'stat', { initialSelectionStart: 8, initialSelectionEnd: 8 })
  await user.keyboard('{Enter}')
  await waitFor(() => expect(box.value).toBe('ROUNDUP([State of things])'))
  await user.tab()

  expect(committed).toEqual(['ROUNDUP(status)'])
})

test('while typing it is tried on a record, seen with the reader’s own rights', async () => {
  const { user, asked, box } = await open('')

  await user.type(box, 'amount > 10000')

  expect(await screen.findByText('Yes')).toBeTruthy()
  expect(checks(asked).at(-1)).toEqual({ entity: ORDER.id, text: 'amount > 10000', result: 'boolean', values: { amount: '20000' } })
})

test('what is wrong is said and marked while typing', async () => {
  const issue = { code: 'expression.name.unknown', start: 0, end: 4, words: { en: 'There is no field “amot”.' } }
  const { user, container, box } = await open('', { 'POST /design/channel_sales:check-expression': () => ({ ...RIGHT, issues: [issue], kind: null }) })

  await user.type(box, 'amot > 1')

  expect(await screen.findByText('There is no field “amot”.')).toBeTruthy()
  await waitFor(() => expect(container.querySelector('[data-wrong="true"]')?.textContent).toBe('amot'))
})

test('the entry can be used without seeing it', async () => {
  const { user, container, box } = await open('status = "open" OR amount > 5')
  await user.type(box, ' AND no')

  await expectAccessible(container)
})

const CUSTOMER: Entity = { ...ORDER, id: 'ent_cust01', name: 'customer', label: { en: 'Customer' }, title: 'fld_cname1', fields: [{ id: 'fld_cname1', name: 'name', type: 'text', label: { en: 'Name' } }] }
const BUYER = { id: 'fld_buyer1', name: 'buyer', type: 'link', label: { en: 'Buyer' }, options: { entity: CUSTOMER.id } } as const
const OWNER = { id: 'fld_owner1', name: 'owner', type: 'person', label: { en: 'Owner' } } as const

test('linked records and people are shown by what they are called, asked for together', async () => {
  const linked: Entity = { ...ENTITY, fields: [...ENTITY.fields, BUYER, OWNER] }
  const documents = { ...DRAFT.documents, 'entities/sales_order.json': linked, 'entities/customer.json': CUSTOMER }
  const known = { ...RECORD, id: 'cus-1', name: 'Blue Harbour' }
  const { asked } = await open('(buyer = "cus-1" OR buyer = "cus-2") AND owner = "per-1"', {
    'GET /design/channel_sales': () => ({ ...DRAFT, documents }),
    'GET /apps/channel_sales/entities/customer/records': () => ({ items: [known], next_cursor: null, release: 3 }),
    'GET /apps/channel_sales/people': () => ({ items: [{ id: 'per-1', title: 'Li Na' }] }),
  }, 'boolean', linked)

  const rows = within(screen.getByRole('group', { name: 'Shown when: conditions' }))
  expect(await rows.findByText('Blue Harbour')).toBeTruthy()
  expect(rows.getByText('A record that you cannot see')).toBeTruthy()
  expect(await rows.findByText('Li Na')).toBeTruthy()
  const conditions = asked.filter(({ path }) => path.endsWith('/customer/records')).map(({ query }) => query['conditions'])
  expect(conditions).toEqual([JSON.stringify([{ field: 'id', operator: 'in', value: ['cus-1', 'cus-2'] }])])
})
