/** The unsaved entry of a record as text for this browser's storage, and back. What cannot be understood any more is no draft. */
import type { Entry } from './entry'

export interface Draft {
  readonly entry: Entry
  /** The record as it was when the typing began: what a newer version is compared with. */
  readonly base: Entry
  /** Version of the record it was typed on; null for a new one. */
  readonly version: number | null
  /** When it was last typed on, as an instant. */
  readonly at: string
}

const FORM = 1

export function writeDraft(draft: Draft): string {
  return JSON.stringify({ form: FORM, ...draft })
}

export function readDraft(text: string | null): Draft | null {
  if (text === null) return null
  try {
    const draft: unknown = JSON.parse(text)
    return isDraft(draft) ? draft : null
  } catch {
    return null
  }
}

function isDraft(draft: unknown): draft is Draft {
  return isObject(draft) && draft['form'] === FORM && typeof draft['at'] === 'string' && isEntry(draft['entry']) && isEntry(draft['base'])
}

function isEntry(entry: unknown): entry is Entry {
  return isObject(entry) && isObject(entry['values']) && isObject(entry['suggested']) && isObject(entry['lines'])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
