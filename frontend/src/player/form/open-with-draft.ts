/** What opening a record does with a draft left behind: put it back, or, when the record has changed since, let the person settle both. */
import { settle, differencesOf } from '@/core/forms/conflict'
import type { Draft } from '@/core/forms/draft'
import type { Entry } from '@/core/forms/entry'
import { isDirty, setEntry, type FormSession } from '@/core/forms/session'

export interface OpenedDraft {
  readonly session: FormSession
  /** When the entries put back were typed; null when there were none. */
  readonly restoredAt: string | null
  /** The record has changed since the draft was typed, and the two disagree. */
  readonly conflict: { readonly before: Entry; readonly mine: Entry } | null
}

export function openWithDraft(session: FormSession, draft: Draft | null, version: number | null): OpenedDraft {
  const untouched = { session, restoredAt: null, conflict: null }
  if (draft === null) return untouched
  if (draft.version === version) return restored(session, draft, draft.entry)
  const versions = { before: draft.base, mine: draft.entry, theirs: session.base }
  const differences = differencesOf(session.entity, versions)
  if (differences.some(({ isConflict }) => isConflict)) return { session, restoredAt: null, conflict: { before: draft.base, mine: draft.entry } }
  return restored(session, draft, settle(differences, versions, {}))
}

function restored(session: FormSession, draft: Draft, entry: Entry): OpenedDraft {
  const opened = setEntry(session, entry)
  return { session: opened, restoredAt: isDirty(opened) ? draft.at : null, conflict: null }
}
