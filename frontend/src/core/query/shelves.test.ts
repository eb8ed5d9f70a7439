import { describe, expect, test } from 'vitest'

import { fieldTree, type Pill, type TreeNode } from './field-tree'
import { changed, EMPTY_SHELVES, moved, put as putAt, queryOf, shapeOf, takeOff, usualShelf, type ShelfName, type Shelves } from './shelves'
import { shelvesOf } from './shelved'
import { openWays, seenOver } from './ways'
import { SHOP } from '@/app/testing/shop'

const put = (shelves: Shelves, shelf: ShelfName, dragged: Pill) => putAt(shelves, { shelf }, dragged)

/** The pill at a way of names through the tree. */
function pill(...names: readonly string[]): Pill {
  let nodes: readonly TreeNode[] = fieldTree(SHOP)
  let found: TreeNode | undefined
  for (const name of names) {
    found = nodes.find(({ field, entity }) => (field?.name ?? entity.name) === name)
    nodes = found?.open() ?? []
  }
  if (!found?.pill) throw new Error(`no pill at ${names.join(' ')}`)
  return found.pill
}

const AMOUNT = pill('order', 'amount')
const DATE = pill('order', 'date')
const CITY = pill('order', 'cust', 'city')

describe('the tree of fields', () => {
  test('numbers are figures, the rest groups; figures behind a link would count twice', () => {
    expect(AMOUNT.use).toBe('measure')
    expect(CITY).toMatchObject({ use: 'dimension', route: { home: 'ent_order', path: ['fld_cust'], field: 'fld_city' } })
    expect(pill('order', 'lines', 'qty').route).toEqual({ home: 'ent_order', lines: 'fld_lines', field: 'fld_qty' })
  })

  test('an entity itself is its number of records', () => {
    expect(queryOf(SHOP, put(EMPTY_SHELVES, 'values', pill('order')))?.measures).toEqual([
      { id: 'order_count', label: { zh: 'ent_order', en: 'ent_order' }, home: 'ent_order', aggregate: 'count' },
    ])
  })
})

describe('shelves', () => {
  const shelves = put(put(put(EMPTY_SHELVES, 'values', AMOUNT), 'rows', DATE), 'color', CITY)

  test('make no question without a figure', () => {
    expect(queryOf(SHOP, put(EMPTY_SHELVES, 'rows', DATE))).toBeNull()
  })

  test('make a question with totals, periods in their order', () => {
    expect(queryOf(SHOP, shelves)).toEqual({
      measures: [{ id: 'amount', label: AMOUNT.field?.label, home: 'ent_order', aggregate: 'sum', field: 'fld_amount' }],
      dimensions: [
        { id: 'date', label: DATE.field?.label, home: 'ent_order', field: 'fld_date', grain: 'month', fill_gaps: true },
        { id: 'city', label: CITY.field?.label, home: 'ent_order', path: ['fld_cust'], field: 'fld_city' },
      ],
      totals: [[], ['date'], ['city']],
      sort: [{ by: 'date' }],
    })
    expect(shapeOf(SHOP, shelves)).toMatchObject({ measures: ['amount'], dimensions: ['date', 'city'], dates: ['date'], across: 'city' })
  })

  test('sort members by their figure', () => {
    expect(queryOf(SHOP, put(put(EMPTY_SHELVES, 'values', AMOUNT), 'rows', CITY))?.sort).toEqual([{ by: 'amount', descending: true }])
  })

  test('have one colour, and ids that are free again after something was taken off', () => {
    const recoloured = put(shelves, 'color', pill('order', 'orchan'))
    expect(recoloured.color.map(({ field }) => field)).toEqual(['fld_orchan'])

    const [first] = put(takeOff(shelves, { shelf: 'rows', at: 0 }), 'rows', DATE).rows
    expect(first?.id).toBe('date')
  })

  test('leave filters out until they are set', () => {
    const filtered = put(put(shelves, 'filters', CITY), 'filters', DATE)
    expect(queryOf(SHOP, filtered)?.filters).toEqual([{ home: 'ent_order', field: 'fld_date', operator: 'last', n: 12, unit: 'month' }])

    const set = changed(filtered, { shelf: 'filters', at: 0 }, { ...CITY.route, operator: 'in', value: ['Rome'] })
    expect(queryOf(SHOP, set)?.filters).toHaveLength(2)
    expect(put(filtered, 'filters', CITY)).toBe(filtered)
  })

  test('take an amount as a figure wherever it is put down', () => {
    expect(put(EMPTY_SHELVES, 'rows', AMOUNT)).toEqual(put(EMPTY_SHELVES, 'values', AMOUNT))
  })

  test('take a figure or a group where it usually goes', () => {
    expect(usualShelf(EMPTY_SHELVES, AMOUNT)).toBe('values')
    expect(usualShelf(EMPTY_SHELVES, DATE)).toBe('rows')
    expect(usualShelf(shelves, CITY)).toBe('color')
  })
})

const dimension = (shelves: Shelves) => queryOf(SHOP, shelves)?.dimensions?.[0]

describe('figures of two kinds of records', () => {
  const two: Shelves = put(put(EMPTY_SHELVES, 'values', AMOUNT), 'values', pill('cost', 'cost'))

  test('share a dimension over the one link to the same entity', () => {
    expect(dimension(put(two, 'rows', pill('order', 'orchan')))?.also).toEqual([{ home: 'ent_cost', field: 'fld_cochan' }])
    expect(dimension(put(two, 'rows', pill('order', 'orchan', 'chname')))?.also).toEqual([{ home: 'ent_cost', path: ['fld_cochan'], field: 'fld_chname' }])
  })

  test('of several dates a person chooses', () => {
    const dated = put(two, 'rows', DATE)
    const [first] = dated.rows
    const measures = two.values
    expect(dimension(dated)?.also).toBeUndefined()
    if (first === undefined) throw new Error('no row')

    const [ways = []] = openWays(SHOP, first, measures)
    expect(ways.map(({ field }) => field)).toEqual(['fld_paid', 'fld_booked'])
    const [way] = ways
    if (way === undefined) throw new Error('no way')
    expect(dimension(changed(dated, { shelf: 'rows', at: 0 }, seenOver(first, way)))?.also).toEqual([{ home: 'ent_cost', field: 'fld_paid' }])
  })
})

describe('parts on shelves', () => {
  const full = put(put(put(put(EMPTY_SHELVES, 'values', AMOUNT), 'values', pill('order')), 'rows', DATE), 'columns', CITY)

  test('make a pivot whose totals are asked for, never added', () => {
    const nested = put(full, 'rows', pill('order', 'orchan'))
    expect(queryOf(SHOP, nested)?.totals).toEqual([[], ['date', 'orchan'], ['city'], ['date'], ['date', 'city']])
    expect(queryOf(SHOP, { ...full, totals: false })?.totals).toBeUndefined()
  })

  test('change their order and their shelf', () => {
    expect(moved(SHOP, full, { shelf: 'values', at: 0 }, { shelf: 'values' }).values.map(({ id }) => id)).toEqual(['order_count', 'amount'])
    expect(moved(SHOP, full, { shelf: 'values', at: 1 }, { shelf: 'values', at: 0 }).values.map(({ id }) => id)).toEqual(['order_count', 'amount'])
    const across = moved(SHOP, full, { shelf: 'rows', at: 0 }, { shelf: 'color' })
    expect([across.rows, across.color.map(({ id, grain }) => [id, grain])]).toEqual([[], [['date', 'month']]])
  })

  test('become what can lie on another shelf', () => {
    const having = moved(SHOP, full, { shelf: 'values', at: 0 }, { shelf: 'filters' })
    expect([having.values.length, having.filters]).toEqual([2, [{ measure: 'amount', operator: 'greater', value: '0' }]])
    const narrowed = moved(SHOP, full, { shelf: 'columns', at: 0 }, { shelf: 'filters' })
    expect([narrowed.columns, narrowed.filters]).toEqual([[], [{ home: 'ent_order', path: ['fld_cust'], field: 'fld_city', operator: 'in', value: [] }]])
    expect(moved(SHOP, narrowed, { shelf: 'filters', at: 0 }, { shelf: 'rows' }).rows.map(({ field }) => field)).toEqual(['fld_date', 'fld_city'])
  })

  test('take with them what names them', () => {
    const set: Shelves = { ...full, extras: { sort: [{ by: 'amount' }], top: { dimension: 'date', by: 'amount', n: 3 } } }
    expect(takeOff(set, { shelf: 'values', at: 0 }).extras).toEqual({})
    expect(takeOff(set, { shelf: 'columns', at: 0 }).extras).toEqual(set.extras)
  })

  test('that others are computed with first only leave the picture', () => {
    const rate = { id: 'rate', label: {}, expression: 'amount / order_count' }
    const computed: Shelves = { ...full, values: [...full.values, rate] }
    const once = takeOff(computed, { shelf: 'values', at: 0 })
    expect([once.values.length, once.hidden, shapeOf(SHOP, once).measures]).toEqual([3, ['amount'], ['order_count', 'rate']])
    expect(takeOff(once, { shelf: 'values', at: 0 }).values.map(({ id }) => id)).toEqual(['order_count'])
  })

  test('of a saved report are found again, and asked as they were', () => {
    const query = queryOf(SHOP, full)
    if (query === null) throw new Error('no question')
    const again = shelvesOf(query, { kind: 'table', columns: 'city' })
    expect([again.rows.map(({ id }) => id), again.columns.map(({ id }) => id), again.hidden]).toEqual([['date'], ['city'], []])
    expect(queryOf(SHOP, again)).toEqual(query)
    expect(shelvesOf(query, { kind: 'bar', x: 'date', y: ['order_count'], color: 'city' }).hidden).toEqual(['amount'])
  })
})
