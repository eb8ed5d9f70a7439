/** Courses over periods or members, as lines or filled areas. */
import type { EChartsCoreOption } from 'echarts/core'

import { columnOf, numberOf } from '@/core/query/answer'
import { gridOf } from '@/core/query/series'
import type { LineChart } from '@/generated/metadata'

import type { Drawn } from '../chart-spec'
import { frame, legend, mark, markLabel, memberAxis, scrolling, seriesName, titlesOf, tooltipText, valueAxis } from '../frame'

const MOST_DOTS = 40

export function lineOption({ chart, answer, surroundings }: Drawn<LineChart>): EChartsCoreOption {
  const grid = gridOf(answer, chart.x, chart.y, chart.color)
  const column = columnOf(answer, chart.x)
  const along = { titles: titlesOf(grid.categories, column, surroundings), column }
  const zoom = scrolling(along, surroundings)
  return {
    ...frame(surroundings),
    ...legend(surroundings, grid.series.length),
    ...zoom,
    tooltip: { ...(frame(surroundings)['tooltip'] as object), trigger: 'axis', formatter: tooltipText(answer, surroundings) },
    grid: { left: 8, right: 16, top: grid.series.length > 1 ? 30 : 12, bottom: 'dataZoom' in zoom ? 20 : 4, containLabel: true },
    xAxis: { ...memberAxis(along, surroundings), boundaryGap: grid.categories.length === 1 },
    yAxis: valueAxis(grid.series[0]?.measure, surroundings),
    series: grid.series.map((series) => ({
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
    })),
  }
}
