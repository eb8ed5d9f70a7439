/** Stages that become fewer: several figures of one row, or one figure by the members of a dimension. */
import type { EChartsCoreOption } from 'echarts/core'

import { text } from '@/core/i18n/text'
import { columnOf, numberOf, type Answer } from '@/core/query/answer'
import { markFigure } from '@/core/query/figure'
import { memberTitle } from '@/core/query/member'
import type { FunnelChart } from '@/generated/metadata'

import type { ChartSurroundings, Drawn } from '../chart-spec'
import { frame, mark, tooltipText } from '../frame'

export function funnelOption({ chart, answer, surroundings }: Drawn<FunnelChart>): EChartsCoreOption {
  const { locale, look } = surroundings
  return {
    ...frame(surroundings),
    tooltip: { ...(frame(surroundings)['tooltip'] as object), trigger: 'item', formatter: tooltipText(answer, surroundings) },
    series: [
      {
        type: 'funnel',
        // The order is the author's: a stage that grew is to be seen, not sorted away.
        sort: 'none',
        left: 8,
        width: '62%',
        top: 8,
        bottom: 8,
        gap: 2,
        minSize: '6%',
        itemStyle: { borderColor: look.surface, borderWidth: 1 },
        label: {
          show: true,
          // Beside the stages: the last ones are too narrow to be written into.
          position: 'right',
          color: look.text,
          formatter: ({ name, data }: { readonly name: string; readonly data: { readonly figure: string } }) => `${name}  ${data.figure}`,
        },
        data: stagesOf(chart, answer, surroundings).map((stage) => ({ ...stage, figure: markFigure(stage.written, columnOf(answer, stage.measure), locale) })),
      },
    ],
  }
}

function stagesOf(chart: FunnelChart, answer: Answer, { locale, words }: ChartSurroundings) {
  const { by, value } = chart
  const column = by === undefined ? undefined : columnOf(answer, by)
  if (column !== undefined && value !== undefined) {
    return answer.rows.map((row) => ({
      name: memberTitle(row, column, locale, words),
      measure: value,
      written: row[value],
      ...mark(row, numberOf(row, value), { measure: value, dimension: column.id }),
    }))
  }
  const row = answer.rows[0]
  return (chart.stages ?? []).map((measure) => ({
    name: text(columnOf(answer, measure)?.label, locale, measure),
    measure,
    written: row?.[measure],
    ...mark(row, numberOf(row, measure), { measure }),
  }))
}
