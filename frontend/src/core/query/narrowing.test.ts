import { describe, expect, test } from 'vitest'

import type { DashboardFilter, Query } from '@/generated/metadata'

import { narrowed, presetValue, type CrossFilter, type FilterValue } from './narrowing'
import { SHOP } from '@/app/testing/shop'

const REVENUE: Query = { measures: [{ id: 'revenue', home: 'ent_order', aggregate: 'sum', field: 'fld_amount' }] }
const BY_MONTH: Query = { ...REVENUE, dimensions: [{ id: 'month', field: 'fld_date', grain: 'month' }] }
const PIECES: Query = { measures: [{ id: 'pieces', home: 'ent_order', lines: 'fld_lines', aggregate: 'sum', field: 'fld_qty' }] }
const COSTS: Query = { measures: [{ id: 'cost', home: 'ent_cost', aggregate: 'sum', field: 'fld_cost' }] }

const PERIOD: DashboardFilter = { id: 'flt_period', label: {}, fields: ['fld_date', 'fld_paid'], kind: 'period' }
const CITY: DashboardFilter = { id: 'flt_city', label: {}, fields: ['fld_city'] }
const YEAR: FilterValue = { kind: 'period', period: { operator: 'this', unit: 'year' } }
const ROME: FilterValue = { kind: 'members', members: [{ value: 'Rome', title: 'Rome' }] }

describe('filters of a dashboard', () => {
  test('hold for the dimension of their field', () => {
    expect(narrowed(SHOP, BY_MONTH, [PERIOD], { flt_period: YEAR }).query.filters).toEqual([{ dimension: 'month', operator: 'this', unit: 'year' }])
  })

  test('hold for each home with one of their fields', () => {
    const both = { measures: [...REVENUE.measures, ...COSTS.measures] }

    expect(narrowed(SHOP, both, [PERIOD], { flt_period: YEAR }).query.filters).toEqual([
      { home: 'ent_order', field: 'fld_date', operator: 'this', unit: 'year' },
      { home: 'ent_cost', field: 'fld_paid', operator: 'this', unit: 'year' },
    ])
  })

  test('follow a link, also from detail lines over their record', () => {
    expect(narrowed(SHOP, PIECES, [CITY], { flt_city: ROME }).query.filters).toEqual([
      { home: 'ent_order', path: ['fld_cust'], field: 'fld_city', operator: 'in', value: ['Rome'] },
    ])
  })

  test('that find no field here leave the question alone and say so', () => {
    const { query, untouchedBy } = narrowed(SHOP, COSTS, [CITY], { flt_city: ROME })

    expect(query).toBe(COSTS)
    expect(untouchedBy).toEqual(['flt_city'])
  })

  test('of a period leave alone what is about a period of its own', () => {
    const thisMonth: Query = { ...REVENUE, filters: [{ home: 'ent_order', field: 'fld_date', operator: 'this', unit: 'month' }] }

    expect(narrowed(SHOP, thisMonth, [PERIOD], { flt_period: YEAR })).toEqual({ query: thisMonth, untouchedBy: ['flt_period'] })
  })

  test('that are not set change nothing', () => {
    expect(narrowed(SHOP, REVENUE, [PERIOD, CITY], { flt_city: null })).toEqual({ query: REVENUE, untouchedBy: [] })
  })

  test('keep what the author of the report wrote', () => {
    const large: Query = { ...REVENUE, filters: [{ field: 'fld_amount', operator: 'greater', value: '100' }] }

    expect(narrowed(SHOP, large, [CITY], { flt_city: ROME }).query.filters?.[0]).toEqual(large.filters?.[0])
  })

  test('begin as their author set them', () => {
    expect(presetValue({ ...PERIOD, operator: 'last', n: 3, unit: 'month' })).toEqual({
      kind: 'period',
      period: { operator: 'last', n: 3, unit: 'month' },
    })
    expect(presetValue(CITY)).toBeNull()
  })
})

describe('a member chosen in another tile', () => {
  const month: CrossFilter = { tile: 't', home: 'ent_order', dimension: { id: 'm', field: 'fld_date', grain: 'month' }, value: '2026-02-01', title: '' }
  const city: CrossFilter = { tile: 't', home: 'ent_order', dimension: { id: 'c', path: ['fld_cust'], field: 'fld_city' }, value: null, title: '' }

  test('of a period means its days', () => {
    expect(narrowed(SHOP, REVENUE, [], {}, [month]).query.filters).toEqual([
      { home: 'ent_order', field: 'fld_date', operator: 'between', value: ['2026-02-01', '2026-02-28'] },
    ])
  })

  test('without a value means the blank ones', () => {
    expect(narrowed(SHOP, REVENUE, [], {}, [city]).query.filters).toEqual([{ home: 'ent_order', path: ['fld_cust'], field: 'fld_city', operator: 'is_empty' }])
  })

  test('reaches other homes over the ways its dimension says', () => {
    const dimension = { id: 'ch', field: 'fld_orchan', also: [{ home: 'ent_cost', field: 'fld_cochan' }] }
    const channel: CrossFilter = { tile: 't', home: 'ent_order', dimension, value: 'u1', title: '' }

    expect(narrowed(SHOP, COSTS, [], {}, [channel]).query.filters).toEqual([{ home: 'ent_cost', field: 'fld_cochan', operator: 'in', value: ['u1'] }])
  })
})
