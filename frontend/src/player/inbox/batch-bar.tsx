/** Approves the marked tasks one after the other; those that need more than a yes stay and say so. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { issuesOf } from '@/shared/api/problem'
import { sendDecision } from '@/shared/flows/tasks'
import type { TaskItem } from '@/shared/flows/wire'

import styles from './inbox.module.css'

interface BatchBarProps {
  readonly tasks: readonly TaskItem[]
  readonly onDone: () => void
}

export function BatchBar({ tasks, onDone }: BatchBarProps) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const queryClient = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const approveAll = async () => {
    setBusy(true)
    const refused: string[] = []
    for (const { id, version, record } of tasks) {
      try {
        await sendDecision(id, { action: 'approve', opinion: '', version })
      } catch (fault) {
        refused.push(`${record.title}: ${issuesOf(fault).map((issue) => issueText(t, issue)).join(' ')}`)
      }
    }
    setBusy(false)
    onDone()
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['tasks', 'task', 'run', 'record-flows'].includes(String(queryKey[0])) })
    const approved = tasks.length - refused.length
    if (approved > 0) void message.success(t('flows:batch.done', { count: approved }))
    if (refused.length > 0) modal.warning({ title: t('flows:batch.refused', { count: refused.length }), content: <Refusals sentences={refused} /> })
  }
  return (
    <div className={styles['batch']}>
      <Button type="primary" size="small" loading={isBusy} onClick={() => void approveAll()}>
        {t('flows:batch.approve', { count: tasks.length })}
      </Button>
      <Button type="text" size="small" onClick={onDone}>
        {t('flows:batch.clear')}
      </Button>
    </div>
  )
}

function Refusals({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
