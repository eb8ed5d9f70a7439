import { expect, test } from 'vitest'

import { SHOP } from '@/app/testing/shop'
import type { Query, QueryDimension } from '@/generated/metadata'

import { drilledChart, drilledQuery } from './drilling'
import { finerLevels, freeLevels, setLevels } from './levels'

const MONTH: QueryDimension = { id: 'when', home: 'ent_order', field: 'fld_date', grain: 'month', fill_gaps: true }
const CHANNEL: QueryDimension = { id: 'channel', home: 'ent_order', field: 'fld_orchan', also: [{ home: 'ent_cost', field: 'fld_cochan' }] }
const CITY: QueryDimension = { id: 'channel', home: 'ent_order', path: ['fld_cust'], field: 'fld_city' }
const QUERY: Query = {
  measures: [
    { id: 'amount', home: 'ent_order', aggregate: 'sum', field: 'fld_amount' },
    { id: 'cost', home: 'ent_cost', aggregate: 'sum', field: 'fld_cost' },
  ],
  dimensions: [MONTH, CHANNEL],
  filters: [{ dimension: 'channel', operator: 'in', value: ['c1', 'c2'] }],
  compare: { with: 'previous_year' },
}

test('a date leads to finer periods, from months to weeks or days', () => {
  expect(finerLevels(SHOP, { ...MONTH, grain: 'year' }).map(({ grain }) => grain)).toEqual(['quarter', 'month'])
  expect(finerLevels(SHOP, MONTH).map(({ id, grain }) => [id, grain])).toEqual([
    ['when', 'week'],
    ['when', 'day'],
  ])
  expect(finerLevels(SHOP, { ...MONTH, grain: 'day' })).toEqual([])
  expect(finerLevels(SHOP, CHANNEL)).toEqual([])
})

test('set levels follow each other', () => {
  const paths = [{ dimension: 'channel', steps: [CITY, { ...CITY, field: 'fld_cuchan' }] }]

  expect(setLevels(paths, CHANNEL)).toHaveLength(2)
  expect(setLevels(paths, CITY).map(({ field }) => field)).toEqual(['fld_cuchan'])
  expect(setLevels([], CHANNEL)).toEqual([])
})

test('free levels are those that all figures can be split by', () => {
  const [amount] = QUERY.measures
  const alone = freeLevels(SHOP, CHANNEL, amount === undefined ? [] : [amount])

  expect(alone.map(({ field }) => field)).toContain('fld_city')
  expect(alone.every(({ id }) => id === 'channel')).toBe(true)
  expect(freeLevels(SHOP, CHANNEL, QUERY.measures).map(({ field }) => field)).not.toContain('fld_city')
})

test('going into a period keeps everything else and leaves nothing to compare with', () => {
  const to = { ...MONTH, grain: 'day' as const }
  const down = drilledQuery(SHOP, QUERY, [{ from: MONTH, member: '2026-02-01', title: 'February', to }])

  expect(down.dimensions).toEqual([to, CHANNEL])
  expect(down.compare).toBeUndefined()
  expect(down.filters).toEqual([...(QUERY.filters ?? []), { home: 'ent_order', field: 'fld_date', operator: 'between', value: ['2026-02-01', '2026-02-28'] }])
})

test('going to another field says filters of the one that goes by its fields, for every home', () => {
  const down = drilledQuery(SHOP, QUERY, [{ from: CHANNEL, member: 'c1', title: 'Shop', to: CITY }])

  expect(down.dimensions?.[1]).toEqual(CITY)
  expect(down.filters).toEqual([
    { home: 'ent_order', field: 'fld_orchan', operator: 'in', value: ['c1', 'c2'] },
    { home: 'ent_cost', field: 'fld_cochan', operator: 'in', value: ['c1', 'c2'] },
    { home: 'ent_order', field: 'fld_orchan', operator: 'in', value: ['c1'] },
    { home: 'ent_cost', field: 'fld_cochan', operator: 'in', value: ['c1'] },
  ])
  expect(down.compare).toEqual(QUERY.compare)
})

test('a course without periods and a map without provinces become bars', () => {
  const line = { kind: 'line', x: 'channel', y: ['amount'], color: 'when' } as const
  expect(drilledChart(SHOP, { ...line, x: 'when' }, QUERY)).toEqual({ ...line, x: 'when' })
  expect(drilledChart(SHOP, line, QUERY)).toEqual({ kind: 'bar', x: 'channel', y: ['amount'], color: 'when', stack: 'stacked' })
  expect(drilledChart(SHOP, { kind: 'china_map', province: 'channel', value: 'amount' }, QUERY)).toEqual({ kind: 'bar', x: 'channel', y: ['amount'] })
})
