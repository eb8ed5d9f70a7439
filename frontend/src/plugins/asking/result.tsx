/** The answer while one arranges the shelves: its picture, or why the question cannot be asked. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { ChartPicture } from '@/plugins/charts/chart-picture'
import { issuesOf } from '@/shared/api/problem'
import { answerQuery } from '@/shared/reports/ask'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import type { Drilled } from '../reporting/drill-drawer'
import { DrillTrail } from '../reporting/drill-trail'
import { useDrilling } from '../reporting/use-drilling'
import { adviceOn } from './advice'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import type { Asked } from './exploration'

interface ResultProps {
  readonly onDrill?: (drilled: Drilled) => void
}

export function Result({ onDrill }: ResultProps) {
  const { t } = useTranslation()
  const { app, asked, isAhead } = useAsking()
  if (asked === null) return <EmptyState title={t('explore:start')} hint={t('explore:start.hint')} />
  if (isAhead) return <EmptyState title={t('explore:ahead')} hint={t('explore:ahead.hint')} />
  return (
    <section className={styles['result']} aria-label={t('explore:result')}>
      <Answered app={app} asked={asked} {...(onDrill && { onDrill })} />
    </section>
  )
}

interface AnsweredProps extends ResultProps {
  readonly app: string
  readonly asked: Asked
}

function Answered({ app, asked, onDrill }: AnsweredProps) {
  const { t } = useTranslation()
  const asking = useAsking()
  const drilling = useDrilling({ definition: asking.definition, query: asked.query, chart: asked.chart, paths: asked.drill })
  const { query, chart } = drilling
  const { data: answer, error, isPlaceholderData } = useQuery(answerQuery(app, query, useLocale()))
  if (error !== null) {
    // What has ways out is told with them, above.
    const told = new Set(adviceOn(asking).filter(({ choices }) => choices.length > 0).map(({ issue }) => issue.pointer + issue.code))
    const rest = issuesOf(error).filter(({ code, pointer }) => !told.has(pointer + code))
    return rest.length === 0 ? <p className={styles['hint']}>{t('explore:refused')}</p> : <IssueList title={t('explore:refused')} issues={rest} />
  }
  // The answer before belongs to other shelves: drawn with these it would show nothing.
  if (answer === undefined || isPlaceholderData) return <Loading rows={5} />
  return (
    <div className={styles['picture']}>
      <DrillTrail {...drilling} />
      <ChartPicture
        chart={chart}
        query={query}
        answer={answer}
        onDrill={onDrill && ((picked) => onDrill({ query, answer, picked }))}
        waysDown={(picked) => drilling.waysFrom(picked, answer)}
      />
    </div>
  )
}
