/** Courses over periods or members, as lines or filled areas. */
import type { EChartsCoreOption } from 'echarts/core'

import { columnOf, comparedRows, hasEarlier, isCompared, numberOf } from '@/core/query/answer'
import { gridOf, type Grid } from '@/core/query/series'
import type { LineChart } from '@/generated/metadata'

import type { Drawn } from '../chart-spec'
import { earlierMark, frame, legend, mark, markLabel, memberAxis, scrolling, seriesName, titlesOf, tooltipText, valueAxis } from '../frame'

const MOST_DOTS = 40

export function lineOption({ chart, answer, surroundings }: Drawn<LineChart>): EChartsCoreOption {
  const grid = gridOf(answer, chart.x, chart.y, chart.color)
  const column = columnOf(answer, chart.x)
  const along = { titles: titlesOf(grid.categories, column, surroundings), column }
  const zoom = scrolling(along, surroundings)
  return {
    ...frame(surroundings),
    ...legend(surroundings, grid.series.length + (hasEarlier(answer) ? 1 : 0)),
    ...zoom,
    tooltip: { ...(frame(surroundings)['tooltip'] as object), trigger: 'axis', formatter: tooltipText(answer, surroundings) },
    grid: { left: 8, right: 16, top: grid.series.length > 1 || hasEarlier(answer) ? 30 : 12, bottom: 'dataZoom' in zoom ? 20 : 4, containLabel: true },
    xAxis: { ...memberAxis(along, surroundings), boundaryGap: grid.categories.length === 1 },
    yAxis: valueAxis(grid.series[0]?.measure, surroundings),
    series: [...seriesOf({ chart, answer, surroundings }, grid), ...earlierOf({ chart, answer, surroundings }, grid)],
  }
}

function seriesOf({ chart, answer, surroundings }: Omit<Drawn<LineChart>, 'query'>, grid: Grid) {
  return grid.series.map((series) => ({
    type: 'line',
    id: series.key,
    name: seriesName(answer, series, chart.color, chart.y.length, surroundings),
    smooth: chart.smooth === true,
    symbol: 'circle',
    symbolSize: 7,
    showSymbol: grid.categories.length <= MOST_DOTS,
    triggerLineEvent: true,
    ...(chart.stack === true ? { stack: 'all' } : {}),
    ...(chart.area === true ? { areaStyle: { opacity: 0.22 } } : {}),
    label: { ...markLabel(chart.labels, answer, surroundings), position: 'top' },
    data: series.cells.map((row) => mark(row, numberOf(row, series.measure.id), { measure: series.measure.id, dimension: chart.x })),
  }))
}

/** The same courses of an earlier period, dashed; with colours there would be too many lines to tell apart. */
function earlierOf({ chart, answer, surroundings }: Omit<Drawn<LineChart>, 'query'>, grid: Grid) {
  const before = comparedRows(answer)
  const compared = chart.color === undefined && chart.stack !== true ? grid.series.filter(({ measure }) => isCompared(answer, measure.id)) : []
  return compared.map((series) => ({
    type: 'line',
    id: `earlier ${series.key}`,
    name: `${seriesName(answer, series, undefined, chart.y.length, surroundings)} · ${surroundings.words.earlier}`,
    smooth: chart.smooth === true,
    symbol: 'none',
    lineStyle: { type: 'dashed', width: 1.5 },
    data: series.cells.map((row) => earlierMark(before(row), numberOf(before(row), series.measure.id), series.measure.id)),
  }))
}
