/** The last look before publishing: what changes, what it does to stored data, who may see new fields. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Modal, Result } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { request } from '@/shared/api/request'
import { issuesOf } from '@/shared/api/problem'
import type { Issue } from '@/core/issues/issue'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'

import { isBlocked } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useConversions } from './conversions'
import { ConversionsView } from './conversions-view'
import { impactQuery } from './impact'
import { ImpactView } from './impact-view'
import styles from './publish.module.css'
import { usePublishedHere } from './published-here'
import { Reasons } from './reasons'

interface PublishDialogProps {
  readonly back: string
  readonly onClose: () => void
}

export function PublishDialog({ back, onClose }: PublishDialogProps) {
  const { t } = useTranslation()
  const { draft, isOffline } = useDrafting()
  const { publish, isPublishing, issues, release } = usePublishing()
  const [note, setNote] = useState('')
  const { data: impact, error, isPaused } = useQuery({ ...impactQuery(draft.app, draft.revision), placeholderData: keepPreviousData, enabled: release === null })
  const conversions = useConversions(draft, impact)
  if (release !== null) return <Published release={release} back={back} onClose={onClose} />
  return (
    <Modal
      open
      width={760}
      title={t('designer:publish.title')}
      okText={t('designer:publish.now')}
      okButtonProps={{ disabled: impact === undefined || isOffline || isBlocked(draft) || conversions.areUnfit, loading: isPublishing }}
      onOk={() => void publish(note)}
      onCancel={onClose}
    >
      <div className={styles['dialog']}>
        {isBlocked(draft) && <Reasons onLeave={onClose} />}
        <IssueList issues={issues} title={t('designer:publish.refused')} />
        {(isOffline || isPaused) && <Alert type="warning" showIcon title={t('designer:publish.offline')} />}
        <ConversionsView conversions={conversions} />
        {impact === undefined ? <Waiting fault={error} isOffline={isOffline || isPaused} /> : <ImpactView impact={impact} />}
        <label className={styles['note']}>
          {t('designer:publish.note')}
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={2000}
            placeholder={t('designer:publish.noteHint')}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
      </div>
    </Modal>
  )
}

/** Until it is known what publishing means: on its way, or why it cannot be told. */
function Waiting({ fault, isOffline }: { readonly fault: unknown; readonly isOffline: boolean }) {
  const { t } = useTranslation()
  if (isOffline) return null
  return fault === null ? <Loading /> : <IssueList issues={issuesOf(fault)} title={t('designer:publish.unknown')} />
}

function Published({ release, back, onClose }: PublishDialogProps & { readonly release: number }) {
  const { t } = useTranslation()
  const ways = [
    <Link key="use" to={back}>
      <Button type="primary">{t('designer:publish.use')}</Button>
    </Link>,
    <Button key="more" onClick={onClose}>
      {t('designer:publish.more')}
    </Button>,
  ]
  return (
    <Modal open width={520} footer={null} onCancel={onClose}>
      <Result status="success" title={t('designer:publish.done', { number: release })} subTitle={t('designer:publish.doneHint')} extra={ways} />
    </Modal>
  )
}

function usePublishing() {
  const { draft, refresh, settled } = useDrafting()
  const client = useQueryClient()
  const [isPublishing, setPublishing] = useState(false)
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const [release, setRelease] = useState<number | null>(null)
  const publish = async (note: string) => {
    setPublishing(true)
    setIssues([])
    try {
      const { revision } = (await settled()) ?? draft
      const body = { revision, note }
      const answer = await request<{ readonly release: number }>(`/design/${encodeURIComponent(draft.app)}:publish`, { method: 'POST', body })
      usePublishedHere.setState({ app: draft.app, release: answer.release })
      await Promise.all([refresh(), client.invalidateQueries({ queryKey: ['definition', draft.app] })])
      setRelease(answer.release)
    } catch (fault) {
      setIssues(issuesOf(fault))
      await refresh()
    } finally {
      setPublishing(false)
    }
  }
  return { publish, isPublishing, issues, release }
}
