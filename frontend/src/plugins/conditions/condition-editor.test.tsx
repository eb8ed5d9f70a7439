import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'

import { startFakeServer } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Entity } from '@/generated/metadata'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import type { NamedCondition } from '@/shared/records/list-records'

import { ConditionEditor } from './condition-editor'

const CUSTOMER: Entity = { ...ORDER, id: 'ent_cust01', name: 'customer', label: { en: 'Customer' }, title: 'fld_cname1', fields: [{ id: 'fld_cname1', name: 'name', type: 'text', label: { en: 'Name' } }] }
const WITH_BUYER: Entity = { ...ORDER, fields: [...ORDER.fields, { id: 'fld_buyer1', name: 'buyer', type: 'link', label: { en: 'Buyer' }, options: { entity: CUSTOMER.id } }] }
const RECORDS = [
  { id: 'cus-1', name: 'Blue Harbour' },
  { id: 'cus-2', name: 'Green Hill' },
]

function Here() {
  const [conditions, setConditions] = useState<readonly NamedCondition[]>([{ field: 'buyer', operator: 'equals', value: 'cus-1' }])
  return (
    <FieldScopeProvider definition={{ ...DEFINITION, entities: [WITH_BUYER, CUSTOMER] }}>
      <ConditionEditor entity={WITH_BUYER} conditions={conditions} onChange={setConditions} />
      <output>{JSON.stringify(conditions)}</output>
    </FieldScopeProvider>
  )
}

test('a linked record in a condition is shown by its title and kept by its id', async () => {
  startFakeServer({
    ...SIGNED_IN,
    'GET /apps/channel_sales/entities/customer/records': ({ query }) => ({ items: query['conditions'] === undefined ? RECORDS : [RECORDS[0]], next_cursor: null, release: 1 }),
  })
  const { user } = renderRoutes(signedIn([{ path: '/here', Component: Here }]), '/here')

  expect(await screen.findByText('Blue Harbour')).toBeTruthy()
  await user.click(screen.getByText('Blue Harbour'))
  await user.click(await screen.findByText('Green Hill'))

  expect(screen.getByRole('status').textContent).toBe(JSON.stringify([{ field: 'buyer', operator: 'equals', value: 'cus-2' }]))
  expect(screen.getAllByText('Green Hill').length).toBeGreaterThan(0)
})
