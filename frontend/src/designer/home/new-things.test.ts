import { expect, test } from 'vitest'

import { DEFINITION, ORDER } from '@/app/testing/fixtures'

import type { Draft } from '../drafting/draft'
import { NEW_THINGS, offeredThings } from './new-things'

const DRAFT = {
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'dashboards/cockpit.json': { id: 'dsh_c0ckp1', label: {} } },
  effect: {},
} as unknown as Draft

const offered = (...ids: readonly string[]) => offeredThings({ ...DRAFT, effect: Object.fromEntries(ids.map((id) => [id, 'propose' as const])) }).map(({ key }) => key)

test('whoever designs the app may make anything', () => {
  expect(offered(DEFINITION.app.id)).toHaveLength(NEW_THINGS.length)
})

test('reports come with dashboards in reach, option lists with entities, all else is the app’s', () => {
  expect(offered()).toEqual([])
  expect(offered('dsh_c0ckp1')).toEqual(['report'])
  expect(offered(ORDER.id)).toEqual(NEW_THINGS.filter(({ folder }) => folder === 'options').map(({ key }) => key))
})
