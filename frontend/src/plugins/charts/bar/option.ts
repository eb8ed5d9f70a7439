/** Bars side by side, on each other, or as shares of a whole. */
import type { EChartsCoreOption } from 'echarts/core'

import { columnOf, comparedRows, hasEarlier, isCompared, numberOf, type AnswerRow } from '@/core/query/answer'
import { gridOf, type Grid } from '@/core/query/series'
import type { BarChart } from '@/generated/metadata'

import type { Drawn } from '../chart-spec'
import { earlierMark, frame, legend, mark, markLabel, memberAxis, scrolling, seriesName, titlesOf, tooltipText, valueAxis } from '../frame'

const SHARE = { id: 'share', role: 'measure', label: {}, kind: 'percent' } as const

export function barOption({ chart, answer, surroundings }: Drawn<BarChart>): EChartsCoreOption {
  const grid = gridOf(answer, chart.x, chart.y, chart.color)
  const column = columnOf(answer, chart.x)
  const along = { titles: titlesOf(grid.categories, column, surroundings), column, horizontal: chart.horizontal === true }
  const isShare = chart.stack === 'share'
  const members = memberAxis(along, surroundings)
  const values = { ...valueAxis(isShare ? SHARE : grid.series[0]?.measure, surroundings), ...(isShare ? { max: 1 } : {}) }
  const zoom = scrolling(along, surroundings)
  return {
    ...frame(surroundings),
    ...legend(surroundings, grid.series.length + (hasEarlier(answer) ? 1 : 0)),
    ...zoom,
    tooltip: { ...(frame(surroundings)['tooltip'] as object), trigger: 'item', formatter: tooltipText(answer, surroundings) },
    grid: {
      left: 8,
      right: (along.horizontal && 'dataZoom' in zoom ? 22 : 12) + (along.horizontal && chart.labels === true ? 34 : 0),
      top: grid.series.length > 1 || hasEarlier(answer) ? 30 : 12,
      bottom: !along.horizontal && 'dataZoom' in zoom ? 20 : 4,
      containLabel: true,
    },
    xAxis: along.horizontal ? values : members,
    yAxis: along.horizontal ? members : values,
    series: [...earlierOf({ chart, answer, surroundings }, grid), ...seriesOf({ chart, answer, surroundings }, grid, isShare)],
  }
}

function seriesOf({ chart, answer, surroundings }: Omit<Drawn<BarChart>, 'query'>, grid: Grid, isShare: boolean) {
  const wholes = grid.categories.map((_, at) => wholeOf(grid, at))
  return grid.series.map((series, at) => ({
    type: 'bar',
    id: series.key,
    name: seriesName(answer, series, chart.color, chart.y.length, surroundings),
    ...(!hasEarlier(answer) || chart.color !== undefined ? {} : { color: surroundings.look.series[at % surroundings.look.series.length] }),
    ...(chart.stack === undefined || chart.stack === 'none' ? {} : { stack: 'all' }),
    barMaxWidth: 38,
    itemStyle: { borderRadius: chart.stack === undefined || chart.stack === 'none' ? 3 : 0 },
    label: {
      ...markLabel(chart.labels, answer, surroundings),
      ...(chart.stack === undefined || chart.stack === 'none' ? { position: chart.horizontal === true ? 'right' : 'top' } : {}),
    },
    data: series.cells.map((row, place) => mark(row, heightOf(row, series.measure.id, isShare ? wholes[place] : undefined), { measure: series.measure.id, dimension: chart.x })),
  }))
}

/** Paler bars of an earlier period before those of the present; stacked or coloured ones have no place for them. */
function earlierOf({ chart, answer, surroundings }: Omit<Drawn<BarChart>, 'query'>, grid: Grid) {
  const before = comparedRows(answer)
  const isPlain = chart.color === undefined && (chart.stack === undefined || chart.stack === 'none')
  const compared = isPlain ? grid.series.filter(({ measure }) => isCompared(answer, measure.id)) : []
  return compared.map((series, at) => ({
    type: 'bar',
    id: `earlier ${series.key}`,
    name: `${seriesName(answer, series, undefined, chart.y.length, surroundings)} · ${surroundings.words.earlier}`,
    barMaxWidth: 38,
    itemStyle: { borderRadius: 3, opacity: 0.4, color: surroundings.look.series[at % surroundings.look.series.length] },
    data: series.cells.map((row) => earlierMark(before(row), numberOf(before(row), series.measure.id), series.measure.id)),
  }))
}

/** All bars of one place together, to take shares of. */
function wholeOf(grid: Grid, at: number): number {
  return grid.series.reduce((sum, { cells, measure }) => sum + Math.abs(numberOf(cells[at], measure.id) ?? 0), 0)
}

function heightOf(row: AnswerRow | undefined, measure: string, whole: number | undefined): number | null {
  const value = numberOf(row, measure)
  if (value === null || whole === undefined) return value
  return whole === 0 ? 0 : value / whole
}
