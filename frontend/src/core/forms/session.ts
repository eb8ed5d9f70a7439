/** One person at work on one record: what was read, what is entered now, and the way back. Data and pure steps only. */
import type { Entity, Field } from '@/generated/metadata'

import { isBlank, isSameValue, type Value, type Values } from '../values/value'
import { byHand, isChanged } from './changes'
import { entryOf, isComputed, isSuggested, linesFieldsOf, type Entered, type Entry, type FormLine } from './entry'

export interface FormSession {
  readonly entity: Entity
  /** The record as the server has it. */
  readonly base: Entry
  readonly entry: Entry
  /** Earlier entries, the latest last. */
  readonly past: readonly Entry[]
  /** Entries taken back, the next one last. */
  readonly future: readonly Entry[]
  /** What the latest step wrote; typing on in the same place is one step of undo. */
  readonly place: string | null
}

const MOST_STEPS = 200

export function openSession(entity: Entity, record: Readonly<Record<string, unknown>>): FormSession {
  const base = entryOf(entity, record)
  return { entity, base, entry: base, past: [], future: [], place: null }
}

export function setValue(session: FormSession, name: string, value: Value): FormSession {
  return step(session, { ...session.entry, values: { ...session.entry.values, [name]: value } }, name)
}

/** Every edit of lines is a step of its own. */
export function setLines(session: FormSession, name: string, lines: readonly FormLine[]): FormSession {
  return step(session, { ...session.entry, lines: { ...session.entry.lines, [name]: lines } }, null)
}

/** Puts a whole entry in place, such as a restored draft or a settled conflict; can be taken back. */
export function setEntry(session: FormSession, entry: Entry): FormSession {
  return step(session, entry, null)
}

function step(session: FormSession, entry: Entry, place: string | null): FormSession {
  const isSameStep = place !== null && place === session.place
  const past = isSameStep ? session.past : [...session.past, session.entry].slice(-MOST_STEPS)
  return { ...session, entry, past, future: [], place }
}

export function undo(session: FormSession): FormSession {
  const before = session.past.at(-1)
  if (before === undefined) return session
  return { ...session, entry: before, past: session.past.slice(0, -1), future: [...session.future, session.entry], place: null }
}

export function redo(session: FormSession): FormSession {
  const next = session.future.at(-1)
  if (next === undefined) return session
  return { ...session, entry: next, past: [...session.past, session.entry], future: session.future.slice(0, -1), place: null }
}

/** The server has a newer record; what is entered stays on top of it. */
export function setBase(session: FormSession, record: Readonly<Record<string, unknown>>): FormSession {
  return { ...session, base: entryOf(session.entity, record) }
}

/** Whether a person has changed anything; what defaults filled in does not count. */
export function isDirty({ entity, base, entry }: FormSession): boolean {
  return isChanged(entity, base, { ...entry, values: byHand(entry) })
}

/**
 * Takes over what the server computed for this entry: formulas and look-ups always, defaults where nobody has written.
 * It is not an edit: undo does not see it.
 */
export function takeComputed(session: FormSession, record: Readonly<Record<string, unknown>>): FormSession {
  const { entity, entry } = session
  const server = entryOf(entity, record)
  const lines = linesFieldsOf(entity).map(({ name, options }) => {
    const answered = server.lines[name] ?? []
    return [name, (entry.lines[name] ?? []).map((line, at) => takenOver(options.fields, line, answered[at]))] as const
  })
  return { ...session, entry: { ...takenOver(entity.fields, entry, server), lines: Object.fromEntries(lines) } }
}

function takenOver<T extends Entered>(fields: readonly Field[], mine: T, server: Entered | undefined): T {
  if (server === undefined) return mine
  const computed = fields.filter((field) => isComputed(field) && isAnswered(server, field) && !isSameValue(server.values[field.name], mine.values[field.name]))
  const defaulted = fields.filter((field) => !isComputed(field) && isOpen(mine, field) && !isBlank(server.values[field.name]))
  if (computed.length + defaulted.length === 0) return mine
  const suggested = pick(defaulted, server.values)
  return { ...mine, values: { ...mine.values, ...pick(computed, server.values), ...suggested }, suggested: { ...mine.suggested, ...suggested } }
}

/** A number that is given on saving only, or a field not to be seen, is not in the answer. */
function isAnswered({ values }: Entered, { name }: Field): boolean {
  return values[name] !== undefined
}

/** Nobody has written here; what a default filled in may follow the default. */
function isOpen({ values, suggested }: Entered, { name, default: default_ }: Field): boolean {
  return default_ !== undefined && (values[name] === undefined || isSuggested(suggested, name, values[name]))
}

function pick(fields: readonly Field[], values: Values): Values {
  return Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]))
}
