/** The audit trail: who did what in the installation, newest first, narrowed as needed, and whether it still holds. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'

import { useAudit, type AuditFilter } from './audit'
import { AuditFilters } from './audit-filters'
import { AuditList } from './audit-list'
import { useAuditWords } from './audit-words'
import styles from './audit.module.css'
import { VerifyChains } from './verify-chains'

export function AuditPanel() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<AuditFilter>({})
  const words = useAuditWords()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useAudit(filter)
  const entries = data?.pages.flatMap(({ items }) => items)
  return (
    <section className={styles['trail']} aria-label={t('admin:audit')}>
      <div className={styles['bar']}>
        <AuditFilters filter={filter} entries={entries ?? []} words={words} onChange={setFilter} />
        <VerifyChains words={words} />
      </div>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {entries === undefined && error === null && <Loading rows={8} />}
      {entries?.length === 0 && <EmptyState title={t('admin:audit.empty')} hint={t('admin:audit.empty.hint')} />}
      {entries !== undefined && entries.length > 0 && <AuditList entries={entries} words={words} />}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('admin:audit.more')}
        </Button>
      )}
    </section>
  )
}
