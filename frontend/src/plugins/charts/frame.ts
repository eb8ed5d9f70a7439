/** What all charts with axes or slices share: texts, tooltips, legend, axes whose labels are never dropped. */
import type { EChartsCoreOption } from 'echarts/core'

import { fullFigure, isPercent, markFigure, shortFigure } from '@/core/query/figure'
import { isDated, memberTitle } from '@/core/query/member'
import { columnOf, type Answer, type AnswerColumn, type AnswerRow } from '@/core/query/answer'
import type { Category, Series } from '@/core/query/series'
import { text } from '@/core/i18n/text'

import type { ChartSurroundings, Picked } from './chart-spec'

const TEXT_SIZE = 12
const LINE_HEIGHT = 15
const MOST_SERIES_IN_LEGEND = 1

/** Width of a text as drawn: Chinese characters are as wide as they are high, others a bit over half of it. */
export function drawnWidth(words: string): number {
  return [...words].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? TEXT_SIZE : TEXT_SIZE * 0.58), 0)
}

/** Colours, fonts and the tooltip; drawn as text on the canvas because the page allows no inline styles. */
export function frame({ look }: ChartSurroundings): EChartsCoreOption {
  return {
    color: [...look.series],
    textStyle: { fontFamily: look.font, fontSize: TEXT_SIZE, color: look.text },
    animationDuration: 250,
    aria: { enabled: true, label: { enabled: false } },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.rule,
      textStyle: { color: look.text, fontSize: TEXT_SIZE },
    },
  }
}

export function legend({ look }: ChartSurroundings, count: number): EChartsCoreOption {
  if (count <= MOST_SERIES_IN_LEGEND) return {}
  return {
    legend: {
      type: 'scroll',
      top: 0,
      left: 0,
      right: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: look.text },
      pageTextStyle: { color: look.quiet },
      pageIconColor: look.text,
      pageIconInactiveColor: look.rule,
    },
  }
}

export function titlesOf(categories: readonly Category[], column: AnswerColumn | undefined, { locale, words }: ChartSurroundings): string[] {
  return categories.map(({ row }) => (column === undefined ? '' : memberTitle(row, column, locale, words)))
}

export function seriesName(answer: Answer, series: Series, color: string | undefined, figures: number, { locale, words }: ChartSurroundings): string {
  const label = text(series.measure.label, locale, series.measure.id)
  const column = color === undefined ? undefined : columnOf(answer, color)
  if (series.member === undefined || column === undefined) return label
  const member = memberTitle(series.member, column, locale, words)
  return figures > 1 ? `${member} · ${label}` : member
}

/** The axis of figures, written short. */
export function valueAxis(measure: AnswerColumn | undefined, { locale, look }: ChartSurroundings) {
  return {
    type: 'value',
    axisLabel: { color: look.quiet, formatter: (value: number) => shortFigure(axisNumber(value), axisColumn(measure), locale) },
    splitLine: { lineStyle: { color: look.rule } },
  }
}

/** Numbers along an axis are round already, so fixed places would only add noughts. */
function axisColumn(measure: AnswerColumn | undefined): AnswerColumn | undefined {
  if (measure === undefined) return undefined
  const { scale: _, ...format } = measure.format ?? {}
  const places = isPercent(measure) ? { scale: 0 } : {}
  return { ...measure, scale: null, kind: isPercent(measure) ? 'percent' : 'number', format: { ...format, style: isPercent(measure) ? 'percent' : 'plain', ...places } }
}

function axisNumber(value: number): string {
  return value.toFixed(Number.isInteger(value) ? 0 : 4)
}

interface Along {
  readonly titles: readonly string[]
  readonly column: AnswerColumn | undefined
  readonly horizontal?: boolean
}

/**
 * The axis of members. All are labelled: wrapped where there is room, turned where there is not, scrolled where even
 * that is too narrow. Only periods, which one can count, leave labels out.
 */
export function memberAxis({ titles, column, horizontal = false }: Along, { look, width, height }: ChartSurroundings) {
  const base = { type: 'category', data: [...titles], axisTick: { show: false }, axisLine: { lineStyle: { color: look.rule } } }
  const label = { color: look.quiet, interval: 0 as const }
  if (horizontal) {
    return { ...base, inverse: true, axisLabel: { ...label, width: Math.max(60, width * 0.32), overflow: 'break', lineHeight: LINE_HEIGHT } }
  }
  if (isDated(column)) return { ...base, axisLabel: { color: look.quiet, hideOverlap: true } }
  const room = (width - 60) / Math.max(1, shownAtOnce({ titles, horizontal }, width, height))
  const widest = Math.max(0, ...titles.map(drawnWidth))
  if (widest <= room - 6) return { ...base, axisLabel: label }
  if (room >= 44 && widest <= (room - 6) * 2) {
    return { ...base, axisLabel: { ...label, width: room - 6, overflow: 'break', lineHeight: LINE_HEIGHT } }
  }
  return { ...base, axisLabel: { ...label, rotate: room >= 26 ? 40 : 90, width: Math.max(70, height * 0.4), overflow: 'break' } }
}

/** How many members fit with their labels. */
function shownAtOnce({ titles, horizontal }: Pick<Along, 'titles' | 'horizontal'>, width: number, height: number): number {
  const most = horizontal === true ? Math.floor((height - 40) / (LINE_HEIGHT + 5)) : Math.floor((width - 60) / 18)
  return Math.min(titles.length, Math.max(4, most))
}

/** Scrolling through members that do not fit at once. */
export function scrolling(along: Along, { width, height, look }: ChartSurroundings): EChartsCoreOption {
  const { titles, column, horizontal = false } = along
  const shown = shownAtOnce({ titles, horizontal }, width, height)
  if (isDated(column) || shown >= titles.length) return {}
  const axis = horizontal ? { yAxisIndex: 0, right: 2, width: 12 } : { xAxisIndex: 0, bottom: 2, height: 12 }
  const zoom = { ...axis, startValue: 0, endValue: shown - 1, filterMode: 'empty' }
  return {
    dataZoom: [
      { type: 'slider', ...zoom, showDetail: false, brushSelect: false, borderColor: look.rule, textStyle: { color: look.quiet } },
      { type: 'inside', ...zoom, zoomOnMouseWheel: false, moveOnMouseWheel: true },
    ],
  }
}

/** A mark and what it stands for. */
export function mark(row: AnswerRow | undefined, value: number | null, picked: Omit<Picked, 'row'>) {
  return row === undefined ? { value } : { value, picked: { ...picked, row } satisfies Picked }
}

/** A figure of an earlier period: told about, but there is nothing to pick, for its members are those of the present. */
export function earlierMark(row: AnswerRow | undefined, value: number | null, measure: string) {
  return row === undefined ? { value } : { value, told: { row, measure } }
}

interface HoveredMark {
  readonly data?: { readonly picked?: Picked; readonly told?: Pick<Picked, 'row' | 'measure'> }
  readonly name?: string
  readonly seriesName?: string
  readonly marker?: string
}

/** The lines of a tooltip: what the mark is, and its figure with all digits. */
export function tooltipText(answer: Answer, { locale }: ChartSurroundings) {
  return (hovered: unknown) => {
    const marks = (Array.isArray(hovered) ? hovered : [hovered]) as HoveredMark[]
    const lines = marks.flatMap(({ data, seriesName: name = '', marker = '' }) => {
      const picked = data?.picked ?? data?.told
      if (picked === undefined) return []
      return [`${marker} ${name}  ${fullFigure(picked.row[picked.measure], columnOf(answer, picked.measure), locale)}`]
    })
    return [marks[0]?.name ?? '', ...lines].join('\n')
  }
}

/** Figures written beside marks. */
export function markLabel(isShown: boolean | undefined, answer: Answer, { locale, look }: ChartSurroundings) {
  return {
    show: isShown === true,
    color: look.text,
    formatter: ({ data }: HoveredMark) => {
      const picked = data?.picked
      return picked === undefined ? '' : markFigure(picked.row[picked.measure], columnOf(answer, picked.measure), locale)
    },
  }
}
