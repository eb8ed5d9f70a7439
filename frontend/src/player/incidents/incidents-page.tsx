/** What stopped and waits for somebody, for those in charge of flows: what happened, where, and the ways to go on. */
import { CheckCircleOutlined } from '@ant-design/icons'
import { Button, Grid, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'

import { issuesOf } from '@/shared/api/problem'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { IncidentList } from './incident-list'
import { IncidentView } from './incident-view'
import { useIncidents, type IncidentState } from './incidents'
import styles from './incidents.module.css'

export default function IncidentsPage() {
  const { t } = useTranslation()
  const [state, setState] = useState<IncidentState>('open')
  const tabs = (
    <Segmented<IncidentState>
      aria-label={t('flows:incidents.which')}
      value={state}
      onChange={setState}
      options={[
        { value: 'open', label: t('flows:incidents.open') },
        { value: 'closed', label: t('flows:incidents.closed') },
      ]}
    />
  )
  return (
    <Page wide>
      <PageHeader title={t('shell:incidents')} description={t('flows:incidents.hint')} actions={tabs} />
      <Incidents key={state} state={state} />
    </Page>
  )
}

function Incidents({ state }: { readonly state: IncidentState }) {
  const { t } = useTranslation()
  const { open } = useParams()
  const navigate = useNavigate()
  const isPhone = Grid.useBreakpoint().md === false
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useIncidents(state)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading />
  const items = data.pages.flatMap((page) => page.items)
  const shown = open ?? (isPhone ? undefined : items[0]?.id)
  if (shown === undefined && items.length === 0) {
    const none = state === 'open' ? 'incidents' : 'incidents.closed'
    return <EmptyState icon={<CheckCircleOutlined aria-hidden />} title={t(`flows:${none}.none`)} hint={t(`flows:${none}.none.hint`)} />
  }
  const detail = shown !== undefined && <IncidentView key={shown} id={shown} onBack={isPhone ? () => void navigate('/incidents') : undefined} />
  if (isPhone && detail) return detail
  return (
    <div className={styles['both']}>
      <section className={styles['list']} aria-label={t(`flows:incidents.${state}`)}>
        <IncidentList incidents={items} shown={shown} />
        {hasNextPage && (
          <Button type="text" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('flows:more')}
          </Button>
        )}
      </section>
      {detail}
    </div>
  )
}
