/** What has to be sent to the server to make the stored record say what the entry says. */
import type { Entity, Field } from '@/generated/metadata'

import { collapsed, isBlank, isSameValue, type Value, type Values } from '../values/value'
import { isComputed, isLinesField, isSuggested, linesFieldsOf, type Entered, type Entry, type FormLine, type LinesField } from './entry'

export type Body = Readonly<Record<string, unknown>>

/**
 * A new record: what was entered. Blanks and values that defaults filled in are left out, the server fills them itself:
 * they may stand in fields that this person must not enter.
 */
export function createBody(entity: Entity, entry: Entry): Body {
  const lines = linesFieldsOf(entity).map((field) => [field.name, (entry.lines[field.name] ?? []).map((line) => newLineBody(field, line))])
  return { ...filled(entity.fields, byHand(entry)), ...Object.fromEntries(lines.filter(([, list]) => list?.length !== 0)) }
}

/** What the server is asked to compute from: all that was entered, without what defaults filled in. */
export function computeBody(entity: Entity, id: string | null, entry: Entry): Body {
  const lines = linesFieldsOf(entity).map((field) => {
    const bodies = (entry.lines[field.name] ?? []).map((line) => ({ ...idOf(line), ...filled(field.options.fields, byHand(line)) }))
    return [field.name, bodies] as const
  })
  return { ...(id === null ? {} : { id }), ...filled(entity.fields, byHand(entry)), ...Object.fromEntries(lines) }
}

function idOf({ id }: FormLine): Body {
  return id === null ? {} : { id }
}

/** The values without those that defaults filled in. */
export function byHand({ values, suggested }: Entered): Values {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSuggested(suggested, name, value)))
}

/**
 * The changes alone. Once lines have changed all of them are named, unchanged ones by id only: this keeps their order, and
 * a position in an issue is a position on the screen. Lines that are gone follow with `_delete`.
 */
export function updateBody(entity: Entity, base: Entry, entry: Entry): Body {
  const lines = linesFieldsOf(entity).flatMap((field) => {
    const changed = linesBody(field, base.lines[field.name] ?? [], entry.lines[field.name] ?? [])
    return changed.length === 0 ? [] : [[field.name, changed] as const]
  })
  return { ...changedValues(entity.fields, base.values, entry.values), ...Object.fromEntries(lines) }
}

/** Whether anything would be sent, or something unreadable stands in a cell. */
export function isChanged(entity: Entity, base: Entry, entry: Entry): boolean {
  return base !== entry && (Object.keys(updateBody(entity, base, entry)).length > 0 || hasRejected(entry))
}

export function hasRejected(entry: Entry): boolean {
  return Object.values(entry.lines).some((lines) => lines.some((line) => Object.keys(line.rejected).length > 0))
}

function linesBody(field: LinesField, base: readonly FormLine[], lines: readonly FormLine[]): Body[] {
  const before = new Map(base.map((line) => [line.id, line]))
  const kept = new Set(lines.map(({ id }) => id))
  const named = lines.map((line) => lineBody(field, line.id === null ? undefined : before.get(line.id), line))
  const gone = base.filter(({ id }) => id !== null && !kept.has(id)).map(({ id }) => ({ id, _delete: true }))
  const isAlike = gone.length === 0 && named.every(isBare) && lines.every(({ id }, at) => base[at]?.id === id)
  return isAlike ? [] : [...named, ...gone]
}

function lineBody(field: LinesField, before: FormLine | undefined, line: FormLine): Body {
  if (before === undefined) return newLineBody(field, line)
  return { id: line.id, ...changedValues(field.options.fields, before.values, line.values) }
}

function newLineBody(field: LinesField, line: FormLine): Body {
  return filled(field.options.fields, byHand(line))
}

/** Only an id: nothing about the line has changed. */
function isBare(line: Body): boolean {
  return 'id' in line && Object.keys(line).length === 1
}

function filled(fields: readonly Field[], values: Values): Body {
  return Object.fromEntries(entered(fields, values).filter(([, value]) => !isBlank(value)).map(([name, value]) => [name, collapsed(value)]))
}

function changedValues(fields: readonly Field[], base: Values, values: Values): Body {
  const changed = entered(fields, values).filter(([name, value]) => !isSameValue(base[name], value))
  return Object.fromEntries(changed.map(([name, value]) => [name, collapsed(value)]))
}

function entered(fields: readonly Field[], values: Values): [string, Value][] {
  return fields.filter((field) => !isComputed(field) && !isLinesField(field)).map(({ name }) => [name, values[name] ?? null])
}
