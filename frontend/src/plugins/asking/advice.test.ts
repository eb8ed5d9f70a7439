import { describe, expect, test } from 'vitest'

import { SHOP } from '@/app/testing/shop'
import { EMPTY_SHELVES, type Shelves } from '@/core/query/shelves'
import type { Definition } from '@/shared/definition/definition'

import { adviceOn, refusedIds } from './advice'
import { withBins } from './dimension-panel'
import { askedBy, NOTHING_ASKED, rearranged, suggestedCharts } from './exploration'
import { figureOf, formulaDraft, idOf } from './formula'
import { notesOn } from './notes'
import { proposedLabel } from './proposed-label'
import { isAheadOf } from './release-ids'

const DEFINITION = { entities: SHOP } as unknown as Definition
const SHELVES: Shelves = {
  ...EMPTY_SHELVES,
  values: [
    { id: 'amount', label: { en: 'Amount' }, home: 'ent_order', aggregate: 'sum', field: 'fld_amount' },
    { id: 'each', label: { en: 'Each' }, expression: 'amount / 2' },
  ],
  rows: [{ id: 'prod', label: { en: 'Product' }, home: 'ent_order', lines: 'fld_lines', field: 'fld_prod' }],
}
const issue = (code: string, pointer: string, params: Record<string, string> = {}) => ({ code, pointer, params })
const choices = (code: string, shelves = SHELVES, params: Record<string, string> = {}) =>
  adviceOn({ definition: DEFINITION, shelves, issues: [issue(code, '/query/dimensions/0', params)] }).flatMap((advice) => advice.choices)

describe('an amount of the head over a group of its lines', () => {
  const ways = choices('report.dimension.fan_out', SHELVES, { 'figure.en': 'Amount' })

  test('is counted by the lines, once per line, or not grouped', () => {
    expect(ways.map(({ key }) => key)).toEqual(['lines', 'per_line', 'narrow'])
    expect(ways[0]?.shelves.values[0]).toEqual({ id: 'amount', label: { zh: 'fld_qty', en: 'fld_qty' }, home: 'ent_order', lines: 'fld_lines', aggregate: 'sum', field: 'fld_qty' })
    expect(ways[1]?.shelves.values[0]).toMatchObject({ id: 'amount', lines: 'fld_lines', value: 'parent.amount' })
    expect(ways[2]?.shelves).toMatchObject({ rows: [], filters: [{ lines: 'fld_lines', field: 'fld_prod' }] })
  })

  test('and what is computed with it goes on, and is said', () => {
    expect(ways[0]?.shelves.values[1]).toBe(SHELVES.values[1])
    expect(notesOn(SHOP, ways[1]?.shelves ?? EMPTY_SHELVES).map(({ key }) => key)).toEqual(['per_line'])
  })
})

test('a way the server knows is taken', () => {
  const [way] = choices('report.dimension.offer', SHELVES, { path: 'fld_cochan', field: 'fld_chname', entity: 'ent_cost', way: 'channel' })

  expect(way?.shelves.rows[0]?.also).toEqual([{ home: 'ent_cost', path: ['fld_cochan'], field: 'fld_chname' }])
})

test('two figures without a common group go apart', () => {
  const apart = choices('report.dimension.unreachable', SHELVES, { 'figure.en': 'Amount' })

  expect(apart.map(({ key }) => key)).toEqual(['drop_figure', 'drop_group'])
  expect(choices('report.other')).toEqual([])
})

test('what is refused is found by the places of the question', () => {
  const issues = [issue('a', '/query/dimensions/0'), issue('b', '/query/measures/1/expression'), issue('c', '/query/limit')]

  expect([...refusedIds({ shelves: SHELVES, issues })]).toEqual(['prod', 'each', 'c'])
})

test('figures of several grains, balances and distinct counts are explained', () => {
  const figures: Shelves = {
    ...EMPTY_SHELVES,
    values: [
      { id: 'a', home: 'ent_order', aggregate: 'last', field: 'fld_amount' },
      { id: 'b', home: 'ent_cost', aggregate: 'count_distinct', field: 'fld_cochan' },
    ],
    rows: [{ id: 'd', home: 'ent_order', field: 'fld_orchan' }],
  }

  expect(notesOn(SHOP, figures).map(({ key }) => key)).toEqual(['grains', 'balance', 'distinct'])
  expect(notesOn(SHOP, { ...figures, values: figures.values.slice(0, 1) }).map(({ key }) => key)).toEqual(['balance'])
})

describe('the picture', () => {
  test('follows the shelves until somebody chooses one, which then keeps its options', () => {
    const one = rearranged(SHOP, NOTHING_ASKED, { ...SHELVES, values: SHELVES.values.slice(0, 1) })
    expect(askedBy(SHOP, one)?.chart.kind).toBe('bar')

    const lying = { ...one, chart: { kind: 'bar', x: 'prod', y: ['amount'], horizontal: true } as const }
    const more = rearranged(SHOP, lying, { ...one.shelves, color: [{ id: 'city', home: 'ent_order', path: ['fld_cust'], field: 'fld_city' }] })
    expect(more.chart).toEqual({ kind: 'bar', x: 'prod', y: ['amount'], color: 'city', stack: 'stacked', horizontal: true })
    expect(rearranged(SHOP, more, { ...more.shelves, rows: [], color: [] }).chart).toBeNull()
  })

  test('of a pivot is a table', () => {
    const [best] = suggestedCharts({ measures: ['a'], dimensions: ['x', 'y'], dates: ['y'], provinces: [], across: 'y', isPivot: true })

    expect(best).toEqual({ kind: 'table', columns: 'y' })
  })
})

describe('a computed figure', () => {
  test('has an id that can be written, whatever it is called', () => {
    expect([idOf({ zh: '客单价 (元)' }), idOf({ en: '2nd rate' }), idOf({ en: '!?' })]).toEqual(['客单价_元', '_2nd_rate', 'figure'])
  })

  test('of figures, or of every record', () => {
    const draft = { ...formulaDraft(SHELVES, SHOP, undefined), label: { en: 'Rate' } }

    expect(figureOf({ ...draft, expression: ' amount / each ' }, SHELVES, undefined)).toEqual({ id: 'Rate', label: { en: 'Rate' }, expression: 'amount / each' })
    expect(figureOf({ ...draft, mode: 'records', lines: 'fld_lines', value: 'qty * 2', where: 'qty > 0' }, SHELVES, undefined)).toEqual({
      id: 'Rate',
      label: { en: 'Rate' },
      home: 'ent_order',
      lines: 'fld_lines',
      aggregate: 'sum',
      value: 'qty * 2',
      where: 'qty > 0',
    })
  })

  test('that is changed keeps its field', () => {
    const [amount] = SHELVES.values
    const draft = { ...formulaDraft(SHELVES, SHOP, amount), where: 'amount > 3' }

    expect(figureOf(draft, SHELVES, amount)).toEqual({ ...amount, where: 'amount > 3' })
  })
})

test('ranges are typed with any kind of comma', () => {
  expect(withBins({ id: 'd', field: 'f' }, '500，100、x 100').bins).toEqual(['100', '500'])
  expect(withBins({ id: 'd', field: 'f', bins: ['1'] }, '')).toEqual({ id: 'd', field: 'f' })
})

test('a question is called by its figures and groups until somebody names it', () => {
  expect(proposedLabel(SHOP, { query: { measures: SHELVES.values.slice(0, 1), dimensions: SHELVES.rows } }).en).toBe('Amount by product')
})

test('what no release knows has no figures yet', () => {
  const query = { measures: SHELVES.values, dimensions: SHELVES.rows }

  expect(isAheadOf({ entities: SHOP }, query)).toBe(false)
  expect(isAheadOf({ entities: SHOP.slice(0, 2) }, query)).toBe(true)
})
