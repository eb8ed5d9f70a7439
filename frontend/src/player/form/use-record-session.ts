/** One person at work on one record, in React: the session, its formulas and behaviours, what the server computes, the draft. */
import { useEffect, useMemo, useState } from 'react'

import { behaviourOf, type FormBehaviour } from '@/core/forms/behaviour'
import { computeBody } from '@/core/forms/changes'
import { needsServer, withFormulas, type Surroundings } from '@/core/forms/computed'
import type { Entry } from '@/core/forms/entry'
import type { FormPlan } from '@/core/forms/plan'
import { isDirty, openSession, takeComputed, type FormSession } from '@/core/forms/session'
import { computeRecord, type RecordPlace } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'

import { draftKey, storeDraft, storedDraft } from './drafts'
import { openWithDraft, type OpenedDraft } from './open-with-draft'
import { useEvaluator } from './use-evaluator'
import { useLinkedValues } from './use-linked-values'

export type ChangeSession = (change: (session: FormSession) => FormSession) => void

export interface RecordSession {
  readonly session: FormSession
  /** What is shown: the entry with its formulas. */
  readonly shown: Entry
  readonly behaviour: FormBehaviour
  readonly isDirty: boolean
  readonly change: ChangeSession
  /** What the stored draft turned out to be when the record was opened. */
  readonly draft: OpenedDraft
  readonly forgetDraft: () => void
}

interface Opening {
  readonly place: RecordPlace
  readonly plan: FormPlan
  readonly user: string
  /** Null for a new record. */
  readonly record: StoredRecord | null
  readonly start: NewRecord
  /** Keeps what is typed here apart from drafts of the record's own page. */
  readonly draftName?: string
}

/** What a new record begins with. */
export interface NewRecord {
  readonly values: Readonly<Record<string, unknown>>
  /** Tells drafts of different beginnings apart: none, or a copy of some record. */
  readonly draft: string
}

export const BLANK_RECORD: NewRecord = { values: {}, draft: 'new' }

const TYPING_PAUSE = 350
const DRAFT_PAUSE = 400

export function useRecordSession({ place, plan, user, record, start, draftName }: Opening): RecordSession {
  const id = record?.id ?? null
  const key = draftKey(user, place, draftName ?? id ?? start.draft)
  const [draft, setDraft] = useState(() => openWithDraft(openSession(plan.entity, record ?? start.values), storedDraft(key), record?.version ?? null))
  const [session, change] = useState(draft.session)
  const evaluator = useEvaluator(user)
  const linked = useLinkedValues(place.app, plan, session.entry)
  const surroundings = useMemo<Surroundings>(() => ({ evaluator, linked }), [evaluator, linked])

  const shown = useMemo(() => withFormulas(plan, session.entry, surroundings), [plan, session.entry, surroundings])
  const behaviour = useMemo(() => behaviourOf(plan, shown, surroundings), [plan, shown, surroundings])
  const dirty = useMemo(() => isDirty(session), [session])

  useServerValues(place, plan, id, session, change, needsServer(plan, evaluator))
  useStoredDraft(key, session, dirty, record?.version ?? null, draft.conflict !== null)
  return { session, shown, behaviour, isDirty: dirty, change, draft, forgetDraft: () => setDraft((now) => ({ ...now, restoredAt: null, conflict: null })) }
}

/** Asks the server for what the browser cannot compute, once typing pauses; an answer that comes too late is dropped. */
function useServerValues(place: RecordPlace, plan: FormPlan, id: string | null, session: FormSession, change: ChangeSession, isNeeded: boolean): void {
  const { app, entity } = place
  const isUntouched = id !== null && session.entry === session.base
  const asked = JSON.stringify(computeBody(plan.entity, id, session.entry))
  useEffect(() => {
    if (!isNeeded || isUntouched) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      computeRecord({ app, entity }, id, JSON.parse(asked) as Record<string, unknown>, stop.signal)
        .then(({ values }) => change((now) => takeComputed(now, values)))
        // Without an answer the last values stand; saving says what is wrong.
        .catch(() => undefined)
    }, TYPING_PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [app, entity, id, asked, change, isNeeded, isUntouched])
}

/** Keeps the draft while there is something unsaved, also when the page goes away at once. */
function useStoredDraft(key: string, session: FormSession, dirty: boolean, version: number | null, isHeld: boolean): void {
  const { entry, base } = session
  useEffect(() => {
    // A draft that still has to be settled with a newer version stays as it is.
    if (isHeld) return undefined
    const store = () => storeDraft(key, dirty ? { entry, base, version, at: new Date().toISOString() } : null)
    const timer = setTimeout(store, DRAFT_PAUSE)
    window.addEventListener('pagehide', store)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', store)
    }
  }, [key, entry, base, dirty, version, isHeld])
}
