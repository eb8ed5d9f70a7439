/** Saving a record: what is missing is said at once, what the server refuses is placed, a newer version is settled first. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { createBody, updateBody } from '@/core/forms/changes'
import { entryOf, type Entry } from '@/core/forms/entry'
import type { FormPlan } from '@/core/forms/plan'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { createRecord, readRecord, updateRecord, type RecordPlace } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'

import { beforeSending } from './before-sending'
import type { Refusal } from './faults'
import { recordKey } from './record-query'
import type { RecordSession } from './use-record-session'

/** Two changes of one record to be settled. */
export interface Conflict {
  readonly before: Entry
  readonly mine: Entry
  /** The record as it is now. */
  readonly newest: StoredRecord
}

export interface Saving {
  readonly isSaving: boolean
  readonly refusal: Refusal | null
  readonly conflict: Conflict | null
  readonly setConflict: (conflict: Conflict | null) => void
  /** Answers the stored record, or null when it was not stored. `onTop` saves a settled entry on a newer version. */
  readonly save: (onTop?: SettledEntry) => Promise<StoredRecord | null>
}

export interface SettledEntry {
  readonly entry: Entry
  readonly newest: StoredRecord
}

interface SavingSource {
  readonly place: RecordPlace
  readonly plan: FormPlan
  readonly record: StoredRecord | null
  readonly work: RecordSession
}

export function useSaving({ place, plan, record, work }: SavingSource): Saving {
  const [isSaving, setIsSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const queryClient = useQueryClient()
  // One key per record begun, so that a repeated attempt after a lost answer creates it once.
  const attempt = useRef(crypto.randomUUID())

  const save = async (onTop?: SettledEntry): Promise<StoredRecord | null> => {
    const entry = onTop?.entry ?? work.shown
    const missing = beforeSending(plan, entry, work)
    if (missing.length > 0) {
      setRefusal({ issues: missing, entry })
      return null
    }
    setIsSaving(true)
    try {
      const basis = onTop?.newest ?? record
      const base = onTop ? entryOf(plan.entity, onTop.newest) : work.session.base
      const stored = await send(place, plan, basis, base, entry, attempt.current)
      setRefusal(null)
      attempt.current = crypto.randomUUID()
      keepStored(queryClient, place, stored)
      return stored
    } catch (fault) {
      const current = record !== null && isProblem(fault, 412) ? await readRecord(place, record.id) : null
      if (current) setConflict({ before: work.session.base, mine: entry, newest: current })
      else setRefusal({ issues: issuesOf(fault), entry })
      return null
    } finally {
      setIsSaving(false)
    }
  }
  return { isSaving, refusal, conflict, setConflict, save }
}

/** The page goes on with what was stored; lists, counts and histories are asked for again. */
function keepStored(queryClient: QueryClient, place: RecordPlace, stored: StoredRecord): void {
  queryClient.setQueryData(recordKey(place, stored.id), stored)
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !LASTING.has(String(queryKey[0])) })
}

const LASTING = new Set(['session', 'definition', 'record', 'apps', 'demo-people'])

function send(place: RecordPlace, plan: FormPlan, basis: StoredRecord | null, base: Entry, entry: Entry, attempt: string): Promise<StoredRecord> {
  if (basis === null) return createRecord(place, createBody(plan.entity, entry), attempt, plan.form)
  return updateRecord(place, basis, updateBody(plan.entity, base, entry), plan.form)
}
