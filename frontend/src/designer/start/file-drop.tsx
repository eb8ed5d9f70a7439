/** The second way to begin: a file of tables, dropped or chosen, is sent and read. */
import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Progress, Upload } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import type { Issue } from '@/core/issues/issue'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'

import { bringFile } from './file-plan'
import styles from './start.module.css'

const KINDS = '.csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods'

export function FileDrop() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [share, setShare] = useState<number | null>(null)
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const stop = useRef<AbortController>(null)

  const send = (file: File) => {
    stop.current = new AbortController()
    setIssues([])
    setShare(0)
    bringFile(file, setShare, stop.current.signal)
      .then(({ id }) => navigate(`/design/new/file/${id}`))
      .catch((fault: unknown) => setIssues(issuesOf(fault)))
      .finally(() => setShare(null))
    return false
  }
  const giveUp = () => {
    stop.current?.abort()
    setShare(null)
  }

  return (
    <section className={styles['fileWay']} aria-labelledby="start-file">
      <Upload.Dragger className={styles['drop'] ?? ''} accept={KINDS} showUploadList={false} beforeUpload={send} disabled={share !== null} aria-label={t('starts:file')}>
        <span className={styles['dropWords']}>
          <FileExcelOutlined className={styles['wayIcon']} aria-hidden />
          <span>
            <span id="start-file" className={styles['wayTitle']}>
              {t('starts:file')}
            </span>
            <span className={styles['quiet']}>{t('starts:file.hint')}</span>
          </span>
        </span>
      </Upload.Dragger>
      {share !== null && (
        <div className={styles['sending']} role="status">
          <Progress percent={Math.round(share * 100)} format={() => (share < 1 ? `${Math.round(share * 100)} %` : t('starts:file.reading'))} />
          <Button onClick={giveUp}>{t('common:cancel')}</Button>
        </div>
      )}
      <IssueList issues={issues} title={t('starts:file.refused')} />
    </section>
  )
}
