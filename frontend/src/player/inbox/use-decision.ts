/** Deciding a task with what was entered in its form: what is missing is said at once, refusals are placed, a newer record comes first. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { missingItems } from '@/core/forms/behaviour'
import { updateBody } from '@/core/forms/changes'
import { differencesOf, settle } from '@/core/forms/conflict'
import { entryOf } from '@/core/forms/entry'
import type { FormPlan } from '@/core/forms/plan'
import { openSession, setBase, setEntry } from '@/core/forms/session'
import { issueText } from '@/core/issues/issue-text'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { useDecide } from '@/shared/flows/tasks'
import type { Decision, TaskAction, TaskDetail } from '@/shared/flows/wire'
import { readRecord, type RecordPlace } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'

import { storeDraft, draftKey } from '../form/drafts'
import type { Refusal } from '../form/faults'
import { recordKey } from '../form/record-query'
import type { RecordSession } from '../form/use-record-session'

/** What the bar asks for; the rest is the form's. */
export type Wish = Pick<Decision, 'action' | 'opinion' | 'to' | 'person'>

interface DecisionSource {
  readonly task: TaskDetail
  readonly place: RecordPlace
  readonly plan: FormPlan
  readonly record: StoredRecord
  readonly work: RecordSession
  readonly onDecided: () => void
}

interface Decider {
  readonly isBusy: boolean
  readonly refusal: Refusal | null
  /** The record has changed meanwhile; what was entered here stands on top of it and wants to be looked at. */
  readonly isRenewed: boolean
  readonly decide: (wish: Wish) => Promise<void>
  /** Drops what was entered. */
  readonly discard: () => void
}

/** What is entered goes along with a yes; who refuses or passes on changes nothing. */
const STORING = new Set<TaskAction>(['approve', 'submit'])

export function useDecision({ task, place, plan, record, work, onDecided }: DecisionSource): Decider {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const { mutateAsync: send, isPending: isBusy } = useDecide(task.id)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isRenewed, setRenewed] = useState(false)

  const renew = async () => {
    const newest = await readRecord(place, record.id)
    queryClient.setQueryData(recordKey(place, record.id), newest)
    work.change((now) => {
      const versions = { before: now.base, mine: now.entry, theirs: entryOf(plan.entity, newest) }
      return setEntry(setBase(now, newest), settle(differencesOf(plan.entity, versions), versions, {}))
    })
    setRenewed(true)
  }

  const refuse = async (fault: unknown) => {
    if (isProblem(fault, 412)) return renew()
    const issues = issuesOf(fault)
    const sentence = issues.map((issue) => issueText(t, issue)).join(' ')
    if (isProblem(fault, 409)) void message.warning(sentence, 8)
    else setRefusal({ issues, entry: work.shown })
    return undefined
  }

  const decide = async (wish: Wish) => {
    const isStoring = STORING.has(wish.action)
    const missing = isStoring ? missingItems(plan, work.shown, work.behaviour) : []
    const issues = missing.map(({ field }) => ({ code: 'entry.required', pointer: `/${field.name}`, params: {} }))
    setRefusal(issues.length > 0 ? { issues, entry: work.shown } : null)
    if (issues.length > 0) return
    const values = isStoring && work.isDirty ? updateBody(plan.entity, work.session.base, work.shown) : {}
    const changes = Object.keys(values).length > 0 ? { values, record_version: record.version } : {}
    try {
      await send({ ...wish, ...changes, version: task.version })
    } catch (fault) {
      await refuse(fault)
      return
    }
    storeDraft(draftKey(task.person.id, place, `task-${task.id}`), null)
    if (isStoring) void queryClient.invalidateQueries({ queryKey: recordKey(place, record.id) })
    void message.success(t(`flows:decided.${wish.action}`))
    if (wish.action !== 'remind') onDecided()
  }

  const discard = () => {
    work.change(({ entity }) => openSession(entity, record))
    work.forgetDraft()
  }
  return { isBusy, refusal, isRenewed, decide, discard }
}
