import { describe, expect, test } from 'vitest'

import { fieldTree, type Pill, type TreeNode } from './field-tree'
import { changed, EMPTY_SHELVES, openWays, put, queryOf, seenOver, shapeOf, takeOff, usualShelf, type Shelves } from './shelves'
import { SHOP } from '@/app/testing/shop'

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
      { id: 'm1', label: { zh: 'ent_order', en: 'ent_order' }, home: 'ent_order', aggregate: 'count' },
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
      measures: [{ id: 'm1', label: AMOUNT.field?.label, home: 'ent_order', aggregate: 'sum', field: 'fld_amount' }],
      dimensions: [
        { id: 'd1', label: DATE.field?.label, home: 'ent_order', field: 'fld_date', grain: 'month', fill_gaps: true },
        { id: 'd2', label: CITY.field?.label, home: 'ent_order', path: ['fld_cust'], field: 'fld_city' },
      ],
      totals: [[], ['d1'], ['d2']],
      sort: [{ by: 'd1' }],
    })
    expect(shapeOf(shelves)).toMatchObject({ measures: ['m1'], dimensions: ['d1', 'd2'], dates: ['d1'], across: 'd2' })
  })

  test('sort members by their figure', () => {
    expect(queryOf(SHOP, put(put(EMPTY_SHELVES, 'values', AMOUNT), 'rows', CITY))?.sort).toEqual([{ by: 'm1', descending: true }])
  })

  test('have one colour, and ids that are free again after something was taken off', () => {
    const recoloured = put(shelves, 'color', pill('order', 'orchan'))
    expect(recoloured.color.map(({ part }) => part.field)).toEqual(['fld_orchan'])

    const [first] = put(takeOff(shelves, 'rows', 0), 'rows', DATE).rows
    expect(first?.part.id).toBe('d1')
  })

  test('leave filters out until they are set', () => {
    const filtered = put(put(shelves, 'filters', CITY), 'filters', DATE)
    expect(queryOf(SHOP, filtered)?.filters).toEqual([{ home: 'ent_order', field: 'fld_date', operator: 'last', n: 12, unit: 'month' }])

    const set = changed(filtered, 'filters', 0, { ...CITY.route, operator: 'in', value: ['Rome'] })
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
    const measures = two.values.map(({ part }) => part)
    expect(dimension(dated)?.also).toBeUndefined()
    if (first === undefined) throw new Error('no row')

    const [ways = []] = openWays(SHOP, first.part, measures)
    expect(ways.map(({ field }) => field)).toEqual(['fld_paid', 'fld_booked'])
    const [way] = ways
    if (way === undefined) throw new Error('no way')
    expect(dimension(changed(dated, 'rows', 0, seenOver(first.part, way)))?.also).toEqual([{ home: 'ent_cost', field: 'fld_paid' }])
  })
})
