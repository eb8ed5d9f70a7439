/** Edits that no server has acknowledged yet, in this browser's storage: by person and app, one entry each. */
import type { Params } from './draft-context'

/** A change on its way: what is sent, under an id that lets the server know it again. */
export interface WaitingEdit {
  readonly id: string
  /** What is asked below the address of the draft, such as `/commands` or `:undo`. */
  readonly call: string
  readonly body: Params
}

export interface WaitingEdits {
  /** What was left by an earlier visit, oldest first. */
  readonly left: () => readonly WaitingEdit[]
  /** Whether the browser kept it. */
  readonly put: (edit: WaitingEdit) => boolean
  readonly drop: (id: string) => void
}

/** Two people at one browser never send each other's edits; two tabs never overwrite each other's. */
export function waitingEdits(user: string, app: string): WaitingEdits {
  const prefix = `tongdao.edit.${user}.${app}.`
  return {
    left: () => safely(() => keysWith(prefix).map(readEdit).filter((edit) => edit !== null), []),
    put: (edit) => safely(() => (localStorage.setItem(prefix + edit.id, JSON.stringify(edit)), true), false),
    drop: (id) => safely(() => localStorage.removeItem(prefix + id), undefined),
  }
}

/** An id nobody else makes; ids made later sort later. Works where pages come over plain HTTP as well. */
export function newEditId(now = Date.now()): string {
  const chance = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(36).padStart(2, '0'))
  counter = (counter + 1) % 1296
  return `${now.toString(36)}-${counter.toString(36).padStart(2, '0')}-${chance.join('')}`
}

// Edits of one millisecond keep their order.
let counter = 0

function keysWith(prefix: string): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .toSorted()
}

function readEdit(key: string): WaitingEdit | null {
  const read: unknown = safely(() => JSON.parse(localStorage.getItem(key) ?? ''), null)
  return isEdit(read) ? read : null
}

function isEdit(read: unknown): read is WaitingEdit {
  return typeof read === 'object' && read !== null && 'id' in read && 'call' in read && 'body' in read
}

/** A browser that refuses storage keeps nothing, and the page guards against leaving instead. */
function safely<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
