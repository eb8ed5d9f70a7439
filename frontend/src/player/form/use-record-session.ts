/** One person at work on one record, in React: the session, its formulas and behaviours, what the server computes, the draft. */
import { useEffect, useMemo, useState } from 'react'

import type { FormBehaviour } from '@/core/forms/behaviour'
import { computeBody } from '@/core/forms/changes'
import { needsServer, type Surroundings } from '@/core/forms/computed'
import type { Entry } from '@/core/forms/entry'
import type { Evaluator } from '@/core/forms/evaluator'
import { blankEntry, hold } from '@/core/forms/holding'
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
  /** What is shown, and saved: the entry with its formulas, without what was entered where the form is closed. */
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
  const opening = useMemo(() => (id === null ? blankEntry(session.entry) : session.base), [id, session.entry, session.base])
  const now = useSurroundings(place.app, plan, session.entry, evaluator)
  const atFirst = useSurroundings(place.app, plan, opening, evaluator)
  const { shown, behaviour } = useMemo(() => hold(plan, { opening, entry: session.entry }, { atFirst, now }), [plan, opening, session.entry, atFirst, now])
  // What would be sent counts: of a new record everything by hand, of an old one what stands where the form is open.
  const dirty = useMemo(() => isDirty(id === null ? session : { ...session, entry: shown }), [id, session, shown])

  const isUntouched = id !== null && session.entry === session.base
  const isAsked = !isUntouched && needsServer(plan, evaluator)
  useServerValues(place, id, isAsked ? JSON.stringify(computeBody(plan.entity, id, shown)) : null, change)
  useStoredDraft(key, session, dirty, record?.version ?? null, draft.conflict !== null)
  return { session, shown, behaviour, isDirty: dirty, change, draft, forgetDraft: () => setDraft((held) => ({ ...held, restoredAt: null, conflict: null })) }
}

/** What conditions and formulas see of linked records and of whoever looks. */
function useSurroundings(app: string, plan: FormPlan, entry: Entry, evaluator: Evaluator | undefined): Surroundings {
  const linked = useLinkedValues(app, plan, entry)
  return useMemo(() => ({ evaluator, linked }), [evaluator, linked])
}

/** Asks the server for what the browser cannot compute, once typing pauses; an answer that comes too late is dropped. */
function useServerValues({ app, entity }: RecordPlace, id: string | null, asked: string | null, change: ChangeSession): void {
  useEffect(() => {
    if (asked === null) return undefined
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
  }, [app, entity, id, asked, change])
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
