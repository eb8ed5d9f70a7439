/** One task with everything needed to decide it: the record as its step shows it, the course so far, the decision. */
import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { entityNamed } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { taskQuery } from '@/shared/flows/tasks'
import type { TaskDetail } from '@/shared/flows/wire'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import { recordQuery } from '../form/record-query'
import { BareTask } from './bare-task'
import { DetailHead } from './detail-head'
import styles from './inbox.module.css'
import { taskDefinition } from './task-definition'
import { DueWords } from './task-list'
import { TaskWork } from './task-work'

interface TaskViewProps {
  readonly id: string
  readonly onBack: (() => void) | undefined
  readonly onDecided: () => void
}

export function TaskView({ id, onBack, onDecided }: TaskViewProps) {
  const { t } = useTranslation()
  const { data: task, error } = useQuery(taskQuery(id))
  if (isProblem(error, 404)) return <EmptyState title={t('flows:task.absent')} hint={t('flows:task.absent.hint')} />
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (task === undefined) return <Loading />
  return (
    <article className={styles['detail']} aria-label={task.record.title}>
      <TaskHead task={task} onBack={onBack} />
      <TaskBody task={task} onDecided={onDecided} />
    </article>
  )
}

function TaskHead({ task, onBack }: { readonly task: TaskDetail; readonly onBack: (() => void) | undefined }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const now = useNow()
  const { app, entity, record, flow, node, submitter, since, due, state } = task
  const kind = [text(flow.label, locale, flow.name), text(node.label, locale)].filter(Boolean).join(' · ')
  return (
    <DetailHead
      kind={kind}
      title={record.title}
      to={`/a/${app}/e/${entity}/${record.id}`}
      submitter={submitter}
      at={since}
      onBack={onBack}
      extra={state === 'pending' ? due !== null && <DueWords due={due} now={now} /> : <Tag>{t(`flows:task.${state}`)}</Tag>}
    />
  )
}

function TaskBody({ task, onDecided }: { readonly task: TaskDetail; readonly onDecided: () => void }) {
  const { app, entity: name, record, documents } = task
  const { data: known, error } = useDefinition(app)
  const definition = useMemo(() => known && taskDefinition(known, documents), [known, documents])
  const { data: stored, error: refusal } = useQuery(recordQuery({ app, entity: name }, record.id))
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (refusal !== null) return <BareTask task={task} onDecided={onDecided} />
  if (definition === undefined || stored === undefined) return <Loading />
  const entity = entityNamed(definition, name)
  if (entity === undefined) return <BareTask task={task} onDecided={onDecided} />
  return (
    <FieldScopeProvider definition={definition}>
      <TaskWork key={task.state} task={task} definition={definition} entity={entity} record={stored} onDecided={onDecided} />
    </FieldScopeProvider>
  )
}
