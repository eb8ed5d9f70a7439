/** Shares of a whole; a ring holds the total in its middle. */
import type { EChartsCoreOption } from 'echarts/core'

import { text } from '@/core/i18n/text'
import { columnOf, grandTotal, numberOf } from '@/core/query/answer'
import { shortFigure } from '@/core/query/figure'
import { memberTitle } from '@/core/query/member'
import type { PieChart } from '@/generated/metadata'

import type { Drawn } from '../chart-spec'
import { frame, legend, mark, tooltipText } from '../frame'

export function pieOption(drawn: Drawn<PieChart>): EChartsCoreOption {
  const { chart, answer, surroundings } = drawn
  const { locale, words, look, width, height } = surroundings
  const column = columnOf(answer, chart.by)
  const total = grandTotal(answer)
  const isRing = chart.ring !== false
  const radius = Math.max(40, Math.min(width, height - 34) / 2 - (chart.labels === true ? 34 : 14))
  return {
    ...frame(surroundings),
    ...legend(surroundings, answer.rows.length),
    tooltip: { ...(frame(surroundings)['tooltip'] as object), trigger: 'item', formatter: tooltipText(answer, surroundings) },
    ...(isRing && total !== undefined
      ? {
          title: {
            text: shortFigure(total[chart.value], columnOf(answer, chart.value), locale),
            subtext: text(columnOf(answer, chart.value)?.label, locale),
            left: 'center',
            top: height / 2 - 6,
            itemGap: 2,
            textStyle: { color: look.text, fontSize: 18, fontWeight: 600 },
            subtextStyle: { color: look.quiet },
          },
        }
      : {}),
    series: [
      {
        type: 'pie',
        radius: isRing ? [radius * 0.64, radius] : [0, radius],
        center: ['50%', height / 2 + 14],
        itemStyle: { borderColor: look.surface, borderWidth: 1 },
        avoidLabelOverlap: true,
        label: {
          show: chart.labels === true,
          color: look.text,
          formatter: ({ name, percent }: { readonly name: string; readonly percent: number }) => `${name}\n${percent}%`,
        },
        data: answer.rows.map((row) => ({
          name: column === undefined ? '' : memberTitle(row, column, locale, words),
          ...mark(row, numberOf(row, chart.value), { measure: chart.value, dimension: chart.by }),
        })),
      },
    ],
  }
}
