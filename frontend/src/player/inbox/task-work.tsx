/** A task at work: the form with what this step lets one enter, the course, and the bar to decide. */
import { Alert } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import type { TaskDetail } from '@/shared/flows/wire'
import type { StoredRecord } from '@/shared/records/record'
import { useSession } from '@/shared/session/session-context'

import { DraftNotice } from '../form/draft-notice'
import { faultsOf, standingIssues } from '../form/faults'
import { focusIssue } from '../form/focus-issue'
import { IssueSummary } from '../form/issue-summary'
import { RecordForm } from '../form/record-form'
import { BLANK_RECORD, useRecordSession } from '../form/use-record-session'
import { DecisionBar } from './decision-bar'
import styles from './inbox.module.css'
import { TaskCourse } from './task-course'
import { taskPlan } from './task-plan'
import { useDecision } from './use-decision'

interface TaskWorkProps {
  readonly task: TaskDetail
  readonly definition: Definition
  readonly entity: Entity
  readonly record: StoredRecord
  readonly onDecided: () => void
}

export function TaskWork({ task, definition, entity, record, onDecided }: TaskWorkProps) {
  const { t } = useTranslation()
  const { user } = useSession()
  const plan = useMemo(() => taskPlan(definition, entity, task), [definition, entity, task])
  const place = useMemo(() => ({ app: task.app, entity: task.entity }), [task.app, task.entity])
  const work = useRecordSession({ place, plan, user: user.id, record, start: BLANK_RECORD, draftName: `task-${task.id}` })
  const decision = useDecision({ task, place, plan, record, work, onDecided })
  const faults = useMemo(() => faultsOf(decision.refusal, work.shown, plan, t), [decision.refusal, work.shown, plan, t])
  const { refusal } = decision
  useEffect(() => {
    const [first] = refusal === null ? [] : standingIssues(refusal, refusal.entry, plan)
    if (first) focusIssue(first, plan)
  }, [refusal, plan])
  return (
    <>
      <div className={styles['body']}>
        {decision.isRenewed && <Alert type="warning" showIcon title={t('flows:renewed')} />}
        <DraftNotice restoredAt={work.draft.restoredAt} onDiscard={decision.discard} onClose={work.forgetDraft} />
        <IssueSummary faults={faults} plan={plan} />
        <RecordForm plan={plan} shown={work.shown} behaviour={work.behaviour} faults={faults} isReadOnly={task.state !== 'pending'} change={work.change} />
        <TaskCourse task={task} />
      </div>
      {task.actions.length > 0 && <DecisionBar task={task} isBusy={decision.isBusy} onDecide={decision.decide} />}
    </>
  )
}
