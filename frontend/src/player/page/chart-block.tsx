/** A report on a page; a click leads to the records behind a figure. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { text } from '@/core/i18n/text'
import type { Report } from '@/generated/metadata'
import { ChartPicture } from '@/plugins/charts/chart-picture'
import { DrillDrawer, type Drilled } from '@/plugins/reporting/drill-drawer'
import { DrillTrail } from '@/plugins/reporting/drill-trail'
import { useDrilling } from '@/plugins/reporting/use-drilling'
import { issuesOf } from '@/shared/api/problem'
import { answerQuery } from '@/shared/reports/ask'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import type { BlockProps } from './block-props'
import { BlockFrame } from './block-frame'

export default function ChartBlock({ definition, open, block }: BlockProps) {
  const report = open.reports.find(({ id }) => id === block.report)
  return report === undefined ? null : <Chart definition={definition} block={block} report={report} />
}

function Chart({ definition, block, report }: Omit<BlockProps, 'open'> & { readonly report: Report }) {
  const locale = useLocale()
  const app = definition.app.name
  const [drilled, setDrilled] = useState<Drilled | null>(null)
  const drilling = useDrilling({ definition, query: report.query, chart: report.chart, paths: report.drill })
  const { query, chart } = drilling
  const { data: answer, error } = useQuery(answerQuery(app, query, locale))
  return (
    <BlockFrame title={text(block.label ?? report.label, locale, report.name)}>
      <DrillTrail {...drilling} />
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {error === null && answer === undefined && <Loading rows={2} />}
      {error === null && answer !== undefined && <ChartPicture chart={chart} query={query} answer={answer} onDrill={(picked) => setDrilled({ query, answer, picked })} onChoose={undefined} waysDown={(picked) => drilling.waysFrom(picked, answer)} />}
      <DrillDrawer app={app} definition={definition} drilled={drilled} onClose={() => setDrilled(null)} />
    </BlockFrame>
  )
}
