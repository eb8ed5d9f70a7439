/** All flows that ran or run on a record, newest first, each with its course. */
import { ApartmentOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { recordFlowsQuery, runQuery } from '@/shared/flows/runs'
import type { RecordRun, RunPlace } from '@/shared/flows/wire'
import type { RecordPlace } from '@/shared/records/one-record'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { FlowPath } from './flow-path'
import styles from './flow.module.css'
import { RunDrawer } from './run-drawer'
import { RunStateTag } from './run-state'

interface RecordRunsProps {
  readonly place: RecordPlace
  readonly id: string
}

export function RecordRuns({ place, id }: RecordRunsProps) {
  const { t } = useTranslation()
  const { data, error } = useQuery(recordFlowsQuery(place, id))
  const [drawn, setDrawn] = useState<RunPlace | null>(null)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading rows={4} />
  if (data.items.length === 0) return <EmptyState title={t('flows:record.none')} hint={t('flows:record.none.hint')} />
  const runs = data.items.toSorted((one, other) => other.started_at.localeCompare(one.started_at))
  return (
    <section className={styles['runs']} aria-label={t('flows:tab.flows')}>
      {runs.map((run, at) => (
        <OneRun key={run.instance} app={place.app} run={run} isOpen={at === 0} onDraw={setDrawn} />
      ))}
      <RunDrawer place={drawn} onClose={() => setDrawn(null)} />
    </section>
  )
}

interface OneRunProps {
  readonly app: string
  readonly run: RecordRun
  /** The latest one is shown at once, earlier ones when unfolded. */
  readonly isOpen: boolean
  readonly onDraw: (place: RunPlace) => void
}

function OneRun({ app, run, isOpen, onDraw }: OneRunProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [isUnfolded, setUnfolded] = useState(isOpen)
  const place = { app, flow: run.flow.name, id: run.instance }
  return (
    <details className={styles['oneRun']} open={isUnfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary className={styles['oneRunHead']}>
        <span className={styles['entryTitle']}>{text(run.flow.label, locale, run.flow.name)}</span> <RunStateTag state={run.state} />
        <div className={styles['quiet']}>{formatInstant(run.started_at, locale)}</div>
      </summary>
      <Button type="link" size="small" icon={<ApartmentOutlined aria-hidden />} onClick={() => onDraw(place)}>
        {t('flows:drawing.open')}
      </Button>
      {isUnfolded && <RunPath place={place} />}
    </details>
  )
}

function RunPath({ place }: { readonly place: RunPlace }) {
  const { data: run, error } = useQuery(runQuery(place))
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  return run === undefined ? <Loading rows={3} /> : <FlowPath run={run} />
}
