/** The answer while one arranges the shelves: its picture, or why the question cannot be asked. */
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Chart, Query } from '@/generated/metadata'
import { ChartPicture } from '@/plugins/charts/chart-picture'
import { issuesOf } from '@/shared/api/problem'
import { answerQuery } from '@/shared/reports/ask'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import type { Drilled } from '../reporting/drill-drawer'
import styles from './explore.module.css'

interface ResultProps {
  readonly app: string
  readonly query: Query | null
  readonly charts: readonly Chart[]
  readonly chart: Chart | undefined
  readonly onChart: (kind: Chart['kind']) => void
  readonly onDrill: (drilled: Drilled) => void
}

export function Result({ app, query, charts, chart, onChart, onDrill }: ResultProps) {
  const { t } = useTranslation()
  if (query === null || chart === undefined) return <EmptyState title={t('explore:start')} hint={t('explore:start.hint')} />
  return (
    <section className={styles['result']} aria-label={t('explore:result')}>
      <Segmented
        aria-label={t('explore:chart')}
        value={chart.kind}
        options={charts.map(({ kind }) => ({ value: kind, label: t(`reports:chart.${kind}`) }))}
        onChange={(kind: Chart['kind']) => onChart(kind)}
      />
      <Answered app={app} query={query} chart={chart} onDrill={onDrill} />
    </section>
  )
}

interface AnsweredProps extends Pick<ResultProps, 'app' | 'onDrill'> {
  readonly query: Query
  readonly chart: Chart
}

function Answered({ app, query, chart, onDrill }: AnsweredProps) {
  const { t } = useTranslation()
  const { data: answer, error, isPlaceholderData } = useQuery(answerQuery(app, query, useLocale()))
  if (error !== null) return <IssueList title={t('explore:refused')} issues={issuesOf(error)} />
  // The answer before belongs to other shelves: drawn with these it would show nothing.
  if (answer === undefined || isPlaceholderData) return <Loading rows={5} />
  return (
    <div className={styles['picture']}>
      <ChartPicture chart={chart} query={query} answer={answer} onDrill={(picked) => onDrill({ query, answer, picked })} />
    </div>
  )
}
