/** One incident: what happened in words, on the drawing of its run, and the ways to go on. */
import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { runQuery } from '@/shared/flows/runs'
import type { RunPlace } from '@/shared/flows/wire'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { RunView } from '../flow/run-view'
import { incidentQuery, type Incident } from './incidents'
import styles from './incidents.module.css'
import { RepairBar } from './repair-bar'

interface IncidentViewProps {
  readonly id: string
  /** On a phone the way back to the list. */
  readonly onBack: (() => void) | undefined
}

export function IncidentView({ id, onBack }: IncidentViewProps) {
  const { t } = useTranslation()
  const { data: incident, error } = useQuery(incidentQuery(id))
  if (isProblem(error, 404)) return <EmptyState title={t('flows:incidents.absent')} hint={t('flows:incidents.absent.hint')} />
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (incident === undefined) return <Loading />
  return (
    <article className={styles['detail']} aria-label={t(`flows:incidents.kind.${incident.kind}`)}>
      <header className={styles['head']}>
        {onBack !== undefined && <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} aria-label={t('flows:back')} onClick={onBack} />}
        <Facts incident={incident} />
      </header>
      <Said incident={incident} />
      {incident.state === 'open' && <RepairBar incident={incident} />}
      <IncidentRun incident={incident} />
    </article>
  )
}

function Facts({ incident: { app, kind, entity, flow, node, record, at, attempts } }: { readonly incident: Incident }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <div className={styles['facts']}>
      <h2 className={styles['title']}>{flow === null ? t(`flows:incidents.kind.${kind}`) : text(flow.label, locale, flow.name)}</h2>
      <p className={styles['quiet']}>
        {[node && t('flows:incidents.where', { node: text(node.label, locale, node.id) }), formatInstant(at, locale), t('flows:incidents.attempts', { count: attempts })].filter(Boolean).join(' · ')}
      </p>
      {record !== null && entity !== null && (
        <p>
          {t('flows:incidents.record')} <Link to={`/a/${app}/e/${entity}/${record.id}`}>{record.title}</Link>
        </p>
      )}
    </div>
  )
}

function Said({ incident: { words, code, state } }: { readonly incident: Incident }) {
  const locale = useLocale()
  return <Alert type={state === 'open' ? 'error' : 'info'} showIcon title={text(words, locale, code)} />
}

function IncidentRun({ incident: { app, flow, instance } }: { readonly incident: Incident }) {
  const { t } = useTranslation()
  if (flow === null || instance === null) return <p className={styles['quiet']}>{t('flows:incidents.noRun')}</p>
  return <DrawnRun place={{ app, flow: flow.name, id: instance }} />
}

function DrawnRun({ place }: { readonly place: RunPlace }) {
  const { data: run, error } = useQuery(runQuery(place))
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  return run === undefined ? <Loading /> : <RunView run={run} />
}
