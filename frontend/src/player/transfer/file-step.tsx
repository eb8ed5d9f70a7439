/** First step: a file is dropped or chosen, sent with progress, and read on the server. */
import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Progress, Upload } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Issue } from '@/core/issues/issue'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'

import type { Import } from './import-state'
import styles from './transfer.module.css'
import { startImport } from './use-import'

const KINDS = '.csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods'

interface FileStepProps {
  readonly app: string
  readonly entity: string
  readonly onStarted: (started: Import) => void
}

export function FileStep({ app, entity, onStarted }: FileStepProps) {
  const { t } = useTranslation()
  const [share, setShare] = useState<number | null>(null)
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const stop = useRef<AbortController>(null)

  const send = (file: File) => {
    stop.current = new AbortController()
    setIssues([])
    setShare(0)
    startImport(app, entity, file, setShare, stop.current.signal)
      .then(onStarted)
      .catch((fault: unknown) => setIssues(issuesOf(fault)))
      .finally(() => setShare(null))
    return false
  }

  const giveUp = () => {
    stop.current?.abort()
    setShare(null)
  }

  return (
    <section className={styles['step']}>
      <IssueList issues={issues} title={t('transfer:file.refused')} />
      <Upload.Dragger className={styles['drop'] ?? ''} accept={KINDS} showUploadList={false} beforeUpload={send} disabled={share !== null} aria-label={t('transfer:file.drop')}>
        <FileExcelOutlined className={styles['dropIcon'] ?? ''} aria-hidden />
        <p className={styles['dropTitle']}>{t('transfer:file.drop')}</p>
        <p className={styles['dropHint']}>{t('transfer:file.hint')}</p>
      </Upload.Dragger>
      {share !== null && (
        <div className={styles['sending']} role="status">
          <Progress percent={Math.round(share * 100)} format={() => (share < 1 ? `${Math.round(share * 100)} %` : t('transfer:file.reading'))} />
          <Button onClick={giveUp}>{t('common:cancel')}</Button>
        </div>
      )}
    </section>
  )
}
