/** Deciding a task with what was entered in its form: what is missing is said at once, refusals are placed, a newer record comes first. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { updateBody } from '@/core/forms/changes'
import { differencesOf, settle } from '@/core/forms/conflict'
import { entryOf } from '@/core/forms/entry'
import type { FormPlan } from '@/core/forms/plan'
import { openSession, setBase, setEntry } from '@/core/forms/session'
import type { Issue } from '@/core/issues/issue'
import { isProblem, issuesOf } from '@/shared/api/problem'
import type { Decision, TaskAction, TaskDetail } from '@/shared/flows/wire'
import { readRecord, type RecordPlace } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'
import { useSession } from '@/shared/session/session-context'

import { beforeSending } from '../form/before-sending'
import { draftKey, storeDraft } from '../form/drafts'
import type { Refusal } from '../form/faults'
import { recordKey } from '../form/record-query'
import type { RecordSession } from '../form/use-record-session'
import { useSending } from './use-sending'

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
  const queryClient = useQueryClient()
  const { user } = useSession()
  const { isBusy, send } = useSending(task, onDecided)
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

  const decide = async (wish: Wish) => {
    const isStoring = STORING.has(wish.action)
    const issues = isStoring ? beforeSending(plan, work.shown, work) : []
    setRefusal(issues.length > 0 ? { issues, entry: work.shown } : null)
    if (issues.length > 0) return
    const values = isStoring && work.isDirty ? updateBody(plan.entity, work.session.base, work.shown) : {}
    const form = isStoring && plan.form !== undefined && { form: plan.form }
    const fault = await send({ ...wish, ...form, ...(Object.keys(values).length > 0 && { values, record_version: record.version }) })
    if (isProblem(fault, 412)) await renew()
    else if (fault !== null) setRefusal({ issues: issuesOf(fault).map(inForm), entry: work.shown })
    else if (isStoring) {
      storeDraft(draftKey(user.id, place, `task-${task.id}`), null)
      void queryClient.invalidateQueries({ queryKey: recordKey(place, record.id) })
    }
  }

  const discard = () => {
    work.change(({ entity }) => openSession(entity, record))
    work.forgetDraft()
  }
  return { isBusy, refusal, isRenewed, decide, discard }
}

/** The server speaks of places in the decision; those in its values are places of the form. */
function inForm(issue: Issue): Issue {
  return { ...issue, pointer: issue.pointer.replace(/^\/values(?=\/)/, '') }
}
