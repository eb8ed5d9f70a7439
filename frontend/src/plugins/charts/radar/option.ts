/** Several figures of a few members, each on its own axis from nought to its largest. */
import type { EChartsCoreOption } from 'echarts/core'

import { text } from '@/core/i18n/text'
import { columnOf, numberOf } from '@/core/query/answer'
import { fullFigure } from '@/core/query/figure'
import { memberTitle } from '@/core/query/member'
import type { RadarChart } from '@/generated/metadata'

import type { Drawn } from '../chart-spec'
import { frame, legend } from '../frame'

export function radarOption({ chart, answer, surroundings }: Drawn<RadarChart>): EChartsCoreOption {
  const { locale, words, look } = surroundings
  const column = columnOf(answer, chart.by)
  const axes = chart.axes.map((id) => ({ id, column: columnOf(answer, id) }))
  return {
    ...frame(surroundings),
    ...legend(surroundings, answer.rows.length),
    radar: {
      center: ['50%', '56%'],
      radius: '62%',
      axisName: { color: look.quiet },
      splitLine: { lineStyle: { color: look.rule } },
      axisLine: { lineStyle: { color: look.rule } },
      splitArea: { show: false },
      indicator: axes.map((axis) => ({
        name: text(axis.column?.label, locale, axis.id),
        max: Math.max(1e-9, ...answer.rows.map((row) => numberOf(row, axis.id) ?? 0)),
      })),
    },
    tooltip: {
      ...(frame(surroundings)['tooltip'] as object),
      formatter: ({ dataIndex, name }: { readonly dataIndex: number; readonly name: string }) =>
        [name, ...axes.map((axis) => `${text(axis.column?.label, locale, axis.id)}  ${fullFigure(answer.rows[dataIndex]?.[axis.id], axis.column, locale)}`)].join('\n'),
    },
    series: [
      {
        type: 'radar',
        symbolSize: 5,
        areaStyle: { opacity: 0.12 },
        data: answer.rows.map((row) => ({
          name: column === undefined ? '' : memberTitle(row, column, locale, words),
          value: axes.map(({ id }) => numberOf(row, id)),
          picked: { measure: chart.axes[0] ?? '', row, dimension: chart.by },
        })),
      },
    ],
  }
}
