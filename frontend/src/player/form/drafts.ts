/** Unsaved entries in this browser's storage, by person and record. A browser that refuses storage keeps none. */
import { readDraft, writeDraft, type Draft } from '@/core/forms/draft'
import type { RecordPlace } from '@/shared/records/one-record'

/** Two people at one browser never see each other's drafts. `record` is an id, or names the beginning of a new record. */
export function draftKey(user: string, { app, entity }: RecordPlace, record: string): string {
  return `tongdao.draft.${user}.${app}.${entity}.${record}`
}

export function storedDraft(key: string): Draft | null {
  try {
    return readDraft(localStorage.getItem(key))
  } catch {
    return null
  }
}

export function storeDraft(key: string, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(key)
    else localStorage.setItem(key, writeDraft(draft))
  } catch {
    // Full or refused: the page itself still guards against leaving.
  }
}
