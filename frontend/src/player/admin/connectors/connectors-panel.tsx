/** Connections to other systems: whether they work, what came in lately, and what waits for somebody. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import { useSession } from '@/shared/session/session-context'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'

import { ConnectorCard } from './connector-card'
import { connectorsQuery } from './connectors'
import styles from './connectors.module.css'
import { DemoLetters } from './demo-letters'

export function ConnectorsPanel() {
  const { t } = useTranslation()
  const { demo } = useSession()
  const { data: connectors, error } = useQuery(connectorsQuery)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (connectors === undefined) return <Loading rows={6} />
  return (
    <div className={styles['panel']}>
      {connectors.length === 0 && <EmptyState title={t('connectors:none')} hint={t('connectors:none.hint')} />}
      {connectors.map((connector) => (
        <ConnectorCard key={connector.id} connector={connector} />
      ))}
      {demo && <DemoLetters />}
    </div>
  )
}
