import { describe, expect, test } from 'vitest'

import { drillableFigures, type Answer } from '@/core/query/answer'
import type { BarChart, Chart, ChinaMapChart, FunnelChart, LineChart, PieChart, Query, RadarChart } from '@/generated/metadata'

import { barOption } from './bar/option'
import type { ChartSurroundings, QueryShape } from './chart-spec'
import { chinaMapOption, unplacedRows } from './china_map/option'
import { provinceNamed, PROVINCES } from './china_map/provinces'
import { funnelOption } from './funnel/option'
import { lineOption } from './line/option'
import { moodOf, readingOf, sparkline } from './number/reading'
import { pieOption } from './pie/option'
import { radarOption } from './radar/option'
import { ALL_SPECS } from './spec-of'
import { tableLayout } from './table/layout'

const SURROUNDINGS: ChartSurroundings = {
  locale: 'zh-CN',
  words: { none: '（空）', others: '其他', yes: '是', no: '否', earlier: '以前' },
  look: { text: '#111', quiet: '#555', rule: '#ddd', surface: '#fff', series: ['#00f', '#f80'], font: 'sans-serif' },
  width: 600,
  height: 300,
}

const REVENUE = { id: 'revenue', role: 'measure', label: { zh: '销售额' }, kind: 'money', scale: 2, currency: 'CNY' } as const
const ORDERS = { id: 'orders', role: 'measure', label: { zh: '订单数' }, kind: 'number', scale: 0 } as const
const MONTH = { id: 'month', role: 'dimension', label: { zh: '月份' }, kind: 'month' } as const
const CHANNEL = { id: 'channel', role: 'dimension', label: { zh: '渠道' }, kind: 'text' } as const

const QUERY: Query = { measures: [] }
const COMMON = { as_of: '2026-11-29T08:00:00Z', truncated: false }

const BY_MONTH_AND_CHANNEL: Answer = {
  ...COMMON,
  columns: [MONTH, CHANNEL, REVENUE],
  rows: [
    { month: '2026-10-01', channel: '天猫', revenue: '100.00' },
    { month: '2026-10-01', channel: '门店', revenue: '300.00' },
    { month: '2026-11-01', channel: '天猫', revenue: '50.00' },
  ],
  totals: [
    { by: [], rows: [{ revenue: '450.00' }] },
    { by: ['month'], rows: [{ month: '2026-10-01', revenue: '400.00' }, { month: '2026-11-01', revenue: '50.00' }] },
    { by: ['channel'], rows: [{ channel: '天猫', revenue: '150.00' }, { channel: '门店', revenue: '300.00' }] },
  ],
}
const BY_CHANNEL: Answer = {
  ...COMMON,
  columns: [CHANNEL, REVENUE, ORDERS],
  rows: [
    { channel: '天猫', revenue: '150.00', orders: 3 },
    { channel: null, revenue: '300.00', orders: 5 },
    { channel: null, _others: true, revenue: '7.00', orders: 1 },
  ],
  totals: [{ by: [], rows: [{ revenue: '457.00', orders: 9 }] }],
}

interface Mark {
  readonly name?: string
  readonly value: unknown
  readonly picked?: { readonly measure: string; readonly row: object; readonly dimension?: string }
}
interface Option {
  readonly xAxis: { readonly data: readonly string[]; readonly axisLabel: Readonly<Record<string, unknown>> }
  readonly yAxis: { readonly data: readonly string[]; readonly max?: number; readonly axisLabel: { readonly formatter: (value: number) => string } }
  readonly series: readonly { readonly name: string; readonly stack?: string; readonly data: readonly Mark[] }[]
  readonly tooltip: { readonly renderMode: string; readonly formatter: (marks: unknown) => string }
  readonly dataZoom?: readonly { readonly endValue: number }[]
  readonly [part: string]: unknown
}

const drawn = <C extends Chart>(chart: C, answer: Answer, more: Partial<ChartSurroundings> = {}) => ({
  chart,
  answer,
  query: QUERY,
  surroundings: { ...SURROUNDINGS, ...more },
})
const bar = (chart: Partial<BarChart>, answer = BY_MONTH_AND_CHANNEL, more = {}) =>
  barOption(drawn({ kind: 'bar', x: 'channel', y: ['revenue'], ...chart }, answer, more)) as Option

const many = (count: number): Answer => ({
  ...BY_CHANNEL,
  rows: Array.from({ length: count }, (_, at) => ({ channel: `很长的渠道名称${at}`, revenue: '1.00' })),
})

describe('bars', () => {
  test('stand in a series per member told apart by colour; a missing cell is a gap', () => {
    const { series, xAxis } = bar({ x: 'month', color: 'channel' })

    expect(xAxis.data).toEqual(['2026年10月', '2026年11月'])
    expect(series.map(({ name, data }) => [name, data.map(({ value }) => value)])).toEqual([
      ['天猫', [100, 50]],
      ['门店', [300, null]],
    ])
  })

  test('as shares fill the whole', () => {
    const { series, yAxis } = bar({ x: 'month', color: 'channel', stack: 'share' })

    expect(series.map(({ data }) => data[0]?.value)).toEqual([0.25, 0.75])
    expect(series.map(({ stack }) => stack)).toEqual(['all', 'all'])
    expect([yAxis.max, yAxis.axisLabel.formatter(0.5)]).toEqual([1, '50%'])
  })

  test('know what they stand for, and are told with all digits', () => {
    const { series, tooltip } = bar({}, BY_CHANNEL)
    const first = series[0]?.data[0]

    expect(first?.picked).toEqual({ measure: 'revenue', dimension: 'channel', row: BY_CHANNEL.rows[0] })
    expect(tooltip.renderMode).toBe('richText')
    expect(tooltip.formatter({ name: '天猫', seriesName: '销售额', data: first })).toContain('¥150.00')
  })

  test('of the rest come last, those without a member have a word', () => {
    expect(bar({}, BY_CHANNEL).xAxis.data).toEqual(['天猫', '（空）', '其他'])
    expect(bar({ horizontal: true }, BY_CHANNEL).yAxis.data).toEqual(['天猫', '（空）', '其他'])
  })

  test('label every member: wrapped, turned, then scrolled, never dropped', () => {
    const [few, more, most] = [bar({}, many(6)), bar({}, many(12)), bar({}, many(200))]
    for (const option of [few, more, most]) expect(option.xAxis.axisLabel['interval']).toBe(0)
    expect(few.xAxis.axisLabel['overflow']).toBe('break')
    expect(more.xAxis.axisLabel['rotate']).toBe(40)
    expect(most.xAxis.data).toHaveLength(200)
    expect(most.dataZoom?.[0]?.endValue).toBeLessThan(40)
    expect(bar({ horizontal: true }, many(200)).dataZoom).toBeDefined()
  })
})

test('lines have a series per figure', () => {
  const chart: LineChart = { kind: 'line', x: 'channel', y: ['revenue', 'orders'], area: true, stack: true }
  const { series } = lineOption(drawn(chart, BY_CHANNEL)) as Option

  expect(series.map(({ name, stack }) => [name, stack])).toEqual([
    ['销售额', 'all'],
    ['订单数', 'all'],
  ])
})

test('a ring holds the total the server computed', () => {
  const chart: PieChart = { kind: 'pie', by: 'channel', value: 'orders' }
  const option = pieOption(drawn(chart, BY_CHANNEL)) as Option

  expect(option['title']).toMatchObject({ text: '9', subtext: '订单数' })
  expect((pieOption(drawn({ ...chart, ring: false }, BY_CHANNEL)) as Option)['title']).toBeUndefined()
  expect(option.series[0]?.data.map(({ name }) => name)).toEqual(['天猫', '（空）', '其他'])
})

test('a radar has an axis per figure, to its largest', () => {
  const chart: RadarChart = { kind: 'radar', by: 'channel', axes: ['revenue', 'orders'] }
  const { radar, series } = radarOption(drawn(chart, BY_CHANNEL)) as unknown as { radar: { indicator: unknown }; series: Option['series'] }

  expect(radar.indicator).toEqual([
    { name: '销售额', max: 300 },
    { name: '订单数', max: 5 },
  ])
  expect(series[0]?.data[0]?.value).toEqual([150, 3])
})

test('a funnel keeps its stages in the order of their author, even where one grew', () => {
  const answer: Answer = { ...COMMON, columns: [ORDERS, REVENUE], rows: [{ orders: 3, revenue: '400.00' }] }
  const chart: FunnelChart = { kind: 'funnel', stages: ['orders', 'revenue'] }
  const byMember: FunnelChart = { kind: 'funnel', by: 'channel', value: 'orders' }

  expect((funnelOption(drawn(chart, answer)) as Option).series[0]).toMatchObject({
    sort: 'none',
    data: [{ name: '订单数', value: 3 }, { name: '销售额', value: 400 }],
  })
  expect((funnelOption(drawn(byMember, BY_CHANNEL)) as Option).series[0]?.data[0]).toMatchObject({ name: '天猫', value: 3 })
})

describe('the map of China', () => {
  const answer: Answer = {
    ...BY_CHANNEL,
    rows: [
      { channel: '广西壮族自治区', revenue: '5.00' },
      { channel: '北京市', revenue: '9.00' },
      { channel: '火星', revenue: '1.00' },
    ],
  }
  const chart: ChinaMapChart = { kind: 'china_map', province: 'channel', value: 'revenue' }

  test.each([
    ['广东省', '广东'],
    ['内蒙古自治区', '内蒙古'],
    ['新疆维吾尔自治区', '新疆'],
    ['香港特别行政区', '香港'],
    ['Inner Mongolia', '内蒙古'],
    ['guangdong', '广东'],
    ['火星', undefined],
  ])('%s is %s', (written, name) => {
    expect(provinceNamed(written)?.name).toBe(name)
  })

  test('colours what it can place and counts the rest', () => {
    const { series } = chinaMapOption(drawn(chart, answer)) as Option

    expect(series[0]?.data.map(({ name, value }) => [name, value])).toEqual([
      ['广西', 5],
      ['北京', 9],
    ])
    expect(unplacedRows(answer, 'channel')).toBe(1)
  })

  test('as tiles shows all provinces, each on a place of its own', () => {
    const { series } = chinaMapOption(drawn({ ...chart, tiles: true }, answer, { locale: 'en' })) as Option

    expect(series[0]?.data).toHaveLength(34)
    expect(new Set(PROVINCES.map(({ tile }) => tile.join())).size).toBe(34)
    expect(series[0]?.data.find(({ name }) => name === 'Beijing')?.value).toEqual([6, 2, 9])
  })
})

describe('a table', () => {
  test('has a row per member and the grand total', () => {
    const { left, rows, total } = tableLayout(BY_CHANNEL, undefined)

    expect(left.map(({ id }) => id)).toEqual(['channel'])
    expect(rows).toHaveLength(3)
    expect(total?.cells[0]?.['revenue']).toBe('457.00')
  })

  test('with a dimension across has totals of rows and columns from the server', () => {
    const { columns, rows, total } = tableLayout(BY_MONTH_AND_CHANNEL, 'channel')

    expect(columns.map(({ key }) => key)).toEqual(['=天猫 revenue', '=门店 revenue', 'total revenue'])
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.['revenue']))).toEqual([
      ['100.00', '300.00', '400.00'],
      ['50.00', undefined, '50.00'],
    ])
    expect(total?.cells.map((cell) => cell?.['revenue'])).toEqual(['150.00', '300.00', '450.00'])
  })
})

describe('a number', () => {
  test('is the total; its course are the periods', () => {
    const answer: Answer = { ...BY_MONTH_AND_CHANNEL, columns: [MONTH, REVENUE], rows: [{ month: '2026-10-01', revenue: '400.00' }, { month: '2026-11-01', revenue: '50.00' }] }
    const reading = readingOf(answer, { kind: 'number', value: 'revenue', trend: 'month' })

    expect(reading).toMatchObject({ row: { revenue: '450.00' }, isLastPeriod: false, course: [400, 50] })
    expect(readingOf({ ...answer, totals: [] }, { kind: 'number', value: 'revenue' })).toMatchObject({ row: { revenue: '50.00' }, isLastPeriod: true })
  })

  test('changes against what it was', () => {
    const answer: Answer = { ...COMMON, columns: [REVENUE], rows: [{ revenue: '120.00' }], comparison: [{ revenue: '100.00' }] }

    expect(readingOf(answer, { kind: 'number', value: 'revenue' })).toMatchObject({ before: '100.00', change: '0.2' })
    expect([moodOf('0.2'), moodOf('0.2', 'down'), moodOf('-0.2', 'down'), moodOf('0.2', 'neither'), moodOf(null)]).toEqual(['good', 'bad', 'good', 'calm', 'calm'])
  })

  test('draws its course as a line with gaps', () => {
    expect(sparkline([1, null, 2])).toBe('M0.00 14.00M100.00 2.00')
    expect(sparkline([1])).toBe('')
  })
})

test('a figure made of figures leads to the records of those', () => {
  const query: Query = { measures: [{ id: 'revenue' }, { id: 'cost' }, { id: 'spare' }, { id: 'roi', expression: 'revenue / cost' }] }

  expect(drillableFigures(query, 'roi')).toEqual(['revenue', 'cost'])
  expect(drillableFigures(query, 'cost')).toEqual(['cost'])
})

const best = (shape: Partial<QueryShape>) => {
  const whole: QueryShape = { measures: ['m'], dimensions: [], dates: [], provinces: [], ...shape }
  return ALL_SPECS.toSorted((one, other) => other.fit(whole) - one.fit(whole))[0]?.propose(whole)
}

describe('suggestions', () => {
  test.each<[string, Partial<QueryShape>, Chart]>([
    ['a figure alone', {}, { kind: 'number', value: 'm' }],
    ['a course', { dimensions: ['d'], dates: ['d'] }, { kind: 'line', x: 'd', y: ['m'] }],
    ['members', { dimensions: ['c'] }, { kind: 'bar', x: 'c', y: ['m'] }],
    ['two groups', { dimensions: ['c', 'k'], across: 'k' }, { kind: 'bar', x: 'c', y: ['m'], color: 'k', stack: 'stacked' }],
    ['provinces', { dimensions: ['p'], provinces: ['p'] }, { kind: 'china_map', province: 'p', value: 'm' }],
    ['stages', { measures: ['a', 'b'] }, { kind: 'funnel', stages: ['a', 'b'] }],
  ])('for %s', (_, shape, chart) => {
    expect(best(shape)).toEqual(chart)
  })

  test('every kind says which shelves it has and fits some question', () => {
    for (const { kind, shelves } of ALL_SPECS) expect(shelves.length, kind).toBeGreaterThan(0)
    expect(ALL_SPECS.map(({ kind }) => kind).toSorted()).toEqual(['bar', 'china_map', 'funnel', 'line', 'number', 'pie', 'radar', 'table'])
  })
})

describe('an earlier period', () => {
  const answer: Answer = {
    ...BY_CHANNEL,
    rows: [
      { channel: '天猫', revenue: '110.00' },
      { channel: '门店', revenue: '50.00' },
    ],
    comparison: [{ channel: '天猫', revenue: '100.00' }],
    totals: [],
  }

  test('stands beside bars and lines, and cannot be picked', () => {
    const bars = barOption(drawn({ kind: 'bar', x: 'channel', y: ['revenue'] }, answer)) as Option
    expect(bars.series.map(({ name }) => name)).toEqual(['销售额 · 以前', '销售额'])
    expect(bars.series[0]?.data.map(({ value, picked }) => [value, picked])).toEqual([
      [100, undefined],
      [null, undefined],
    ])
    const lines = lineOption(drawn({ kind: 'line', x: 'channel', y: ['revenue'] }, answer)) as Option
    expect(lines.series.map(({ name }) => name)).toEqual(['销售额', '销售额 · 以前'])
  })

  test('is a column of changes in a table', () => {
    const { columns, rows } = tableLayout(answer, undefined)

    expect(columns.map(({ key }) => key)).toEqual(['revenue', 'change revenue', 'orders'])
    expect(rows.map(({ cells }) => cells[1]?.['revenue_change'])).toEqual(['0.1', null])
  })
})

test('a table of two groups closes each group of several rows with its own total', () => {
  const columns = [...BY_MONTH_AND_CHANNEL.columns]
  const total = { by: ['month'], rows: [{ month: '2026-10-01', revenue: '400.00' }, { month: '2026-11-01', revenue: '50.00' }] }
  const { rows } = tableLayout({ ...BY_MONTH_AND_CHANNEL, columns, totals: [total] }, undefined)

  expect(rows.map(({ isSubtotal, cells }) => [isSubtotal === true, cells[0]?.['revenue']])).toEqual([
    [false, '100.00'],
    [false, '300.00'],
    [true, '400.00'],
    [false, '50.00'],
  ])
})
