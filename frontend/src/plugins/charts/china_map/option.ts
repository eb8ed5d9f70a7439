/** Provinces coloured by a figure, inside their borders or as equal tiles. What names no province is said, not dropped. */
import type { EChartsCoreOption } from 'echarts/core'

import type { Locale } from '@/core/i18n/locale'
import { columnOf, keyOf, numberOf, type Answer, type AnswerRow } from '@/core/query/answer'
import { markFigure } from '@/core/query/figure'
import type { ChinaMapChart } from '@/generated/metadata'

import type { ChartSurroundings, Drawn } from '../chart-spec'
import { frame, mark, tooltipText } from '../frame'
import { provinceNamed, PROVINCES } from './provinces'

export const CHINA = 'china'

interface Placed {
  readonly row: AnswerRow
  readonly province: ReturnType<typeof provinceNamed>
}

/** Rows by the province they name. */
function placed(answer: Answer, dimension: string): readonly Placed[] {
  return answer.rows.map((row) => ({ row, province: provinceNamed(nameOf(row, dimension)) }))
}

function nameOf(row: AnswerRow, dimension: string): string {
  const title = row[`${dimension}_title`]
  if (typeof title === 'string') return title
  if (typeof title === 'object' && title !== null) return String(Object.values(title)[0] ?? '')
  return String(row[dimension] ?? '')
}

/** How many rows name no province, so that the picture can say what it leaves out. */
export function unplacedRows(answer: Answer, dimension: string): number {
  return placed(answer, dimension).filter(({ province, row }) => province === undefined && keyOf(row, dimension) !== 'others').length
}

export function chinaMapOption({ chart, answer, surroundings }: Drawn<ChinaMapChart>): EChartsCoreOption {
  const rows = placed(answer, chart.province)
  const numbers = rows.flatMap(({ row, province }) => (province === undefined ? [] : [numberOf(row, chart.value) ?? 0]))
  const base = {
    ...frame(surroundings),
    tooltip: { ...(frame(surroundings)['tooltip'] as object), trigger: 'item', formatter: tooltipText(answer, surroundings) },
    visualMap: scaleOf(numbers, chart, answer, surroundings),
  }
  return chart.tiles === true ? { ...base, ...tilesOf(rows, chart, surroundings) } : { ...base, series: [bordersOf(rows, chart, surroundings)] }
}

function scaleOf(numbers: readonly number[], chart: ChinaMapChart, answer: Answer, { locale, look, height }: ChartSurroundings) {
  const column = columnOf(answer, chart.value)
  const [least, most] = [Math.min(0, ...numbers), Math.max(1e-9, ...numbers)]
  const words = (value: number) => markFigure(String(Math.round(value * 100) / 100), column, locale)
  return {
    type: 'continuous',
    min: least,
    max: most,
    text: [words(most), words(least)],
    left: 4,
    bottom: 4,
    itemWidth: 10,
    itemHeight: Math.min(96, height * 0.3),
    calculable: false,
    ...(chart.tiles === true ? { dimension: 2 } : {}),
    formatter: words,
    textStyle: { color: look.quiet },
    inRange: { color: [look.rule, look.series[0]] },
  }
}

function bordersOf(rows: readonly Placed[], chart: ChinaMapChart, { locale, look }: ChartSurroundings) {
  return {
    type: 'map',
    map: CHINA,
    roam: false,
    nameMap: locale === 'zh-CN' ? undefined : Object.fromEntries(PROVINCES.map(({ name, english }) => [name, english])),
    selectedMode: false,
    layoutCenter: ['52%', '52%'],
    layoutSize: '116%',
    label: { show: false },
    itemStyle: { areaColor: look.surface, borderColor: look.quiet, borderWidth: 0.5 },
    emphasis: { label: { show: true, color: look.text }, itemStyle: { areaColor: look.series[1] } },
    data: rows.flatMap(({ row, province }) =>
      province === undefined
        ? []
        : [{ name: nameIn(locale, province), ...mark(row, numberOf(row, chart.value), { measure: chart.value, dimension: chart.province }) }],
    ),
  }
}

function nameIn(locale: Locale, { name, english }: { readonly name: string; readonly english: string }): string {
  return locale === 'zh-CN' ? name : english
}

function tilesOf(rows: readonly Placed[], chart: ChinaMapChart, { locale, look }: ChartSurroundings) {
  const byName = new Map(rows.flatMap(({ row, province }) => (province === undefined ? [] : [[province.name, row] as const])))
  const hidden = { type: 'category', show: false }
  return {
    grid: { left: 40, right: 4, top: 4, bottom: 4 },
    xAxis: { ...hidden, data: [...Array(9).keys()].map(String) },
    yAxis: { ...hidden, inverse: true, data: [...Array(8).keys()].map(String) },
    series: [
      {
        type: 'heatmap',
        label: {
          show: true,
          color: look.text,
          fontSize: locale === 'zh-CN' ? 12 : 9,
          textBorderColor: look.surface,
          textBorderWidth: 2,
          formatter: ({ name }: { readonly name: string }) => name,
        },
        itemStyle: { borderColor: look.surface, borderWidth: 3, borderRadius: 4 },
        data: PROVINCES.map((province) => {
          const row = byName.get(province.name)
          const value = [...province.tile, numberOf(row, chart.value) ?? '-']
          const { picked } = mark(row, null, { measure: chart.value, dimension: chart.province }) as { readonly picked?: unknown }
          return { name: nameIn(locale, province), value, ...(picked === undefined ? { itemStyle: { color: look.rule, opacity: 0.35 } } : { picked }) }
        }),
      },
    ],
  }
}
