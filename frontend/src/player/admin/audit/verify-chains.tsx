/** Follows the chains of the trail on the server and tells whether anything was changed or taken out behind its back. */
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'

import { useVerify, type VerifiedChain } from './audit'
import type { AuditWords } from './audit-words'
import styles from './audit.module.css'

export function VerifyChains({ words }: { readonly words: AuditWords }) {
  const { t } = useTranslation()
  const verify = useVerify()
  return (
    <div className={styles['verify']}>
      <Button icon={<SafetyCertificateOutlined aria-hidden />} loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('admin:audit.verify')}
      </Button>
      <div className={styles['verdict']} aria-live="polite">
        {verify.error !== null && <IssueList issues={issuesOf(verify.error)} />}
        {verify.data !== undefined && <Verdict chains={verify.data} words={words} />}
      </div>
    </div>
  )
}

function Verdict({ chains, words }: { readonly chains: readonly VerifiedChain[]; readonly words: AuditWords }) {
  const { t } = useTranslation()
  const broken = chains.filter(({ holds }) => !holds)
  if (broken.length === 0) return <Alert type="success" showIcon title={t('admin:audit.intact')} />
  return broken.map(({ app, message }) => <Alert key={app} type="error" showIcon title={t('admin:audit.broken', { app: words.app(app) })} description={message} />)
}
