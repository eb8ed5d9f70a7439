/** A task on a record whose form its person cannot be shown: they see its course, and can decide all the same. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import type { TaskDetail } from '@/shared/flows/wire'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'

import { DecisionBar } from './decision-bar'
import styles from './inbox.module.css'
import { TaskCourse } from './task-course'
import type { Wish } from './use-decision'
import { useSending } from './use-sending'

interface BareTaskProps {
  readonly task: TaskDetail
  readonly onDecided: () => void
}

export function BareTask({ task, onDecided }: BareTaskProps) {
  const { t } = useTranslation()
  const { isBusy, send } = useSending(task, onDecided)
  const [fault, setFault] = useState<unknown>(null)
  const decide = async (wish: Wish) => setFault(await send(wish))
  return (
    <>
      <div className={styles['body']}>
        {fault !== null && <IssueList issues={issuesOf(fault)} />}
        <EmptyState title={t('flows:form.absent')} hint={t('flows:form.absent.hint')} />
        <TaskCourse task={task} />
      </div>
      {task.actions.length > 0 && <DecisionBar task={task} isBusy={isBusy} onDecide={decide} />}
    </>
  )
}
