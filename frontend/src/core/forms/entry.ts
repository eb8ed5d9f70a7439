/** What a person has entered into a form: values and detail lines, including texts that could not be read. */
import type { Entity, Field } from '@/generated/metadata'

import type { Issue } from '../issues/issue'
import { isSameValue, type Value, type Values, type WireLine } from '../values/value'

/** A pasted or typed text that is no value of its field; kept so that nothing typed is lost. */
export interface Rejected {
  readonly text: string
  readonly issue: Issue
}

/** Values by field name; a field that was never entered is absent, one that was cleared is null. */
export interface Entered {
  readonly values: Values
  /** Values that defaults filled in. One that still stands unchanged follows its default, until somebody writes another. */
  readonly suggested: Values
}

export interface FormLine extends Entered {
  /** Tells lines apart on this page, also before they have an id. */
  readonly key: string
  readonly id: string | null
  readonly rejected: Readonly<Record<string, Rejected>>
}

export interface Entry extends Entered {
  /** By name of the lines field. */
  readonly lines: Readonly<Record<string, readonly FormLine[]>>
}

export type LinesField = Extract<Field, { type: 'lines' }>

const COMPUTED = new Set<Field['type']>(['sequence', 'formula', 'lookup', 'rollup'])

/** Whether values of the field come from the server alone. */
export function isComputed(field: Field): boolean {
  return COMPUTED.has(field.type)
}

export function isLinesField(field: Field): field is LinesField {
  return field.type === 'lines'
}

export function linesFieldsOf(entity: Entity): LinesField[] {
  return entity.fields.filter(isLinesField)
}

/** A record of the server as an entry; lines are keyed by their ids. */
export function entryOf(entity: Entity, record: Readonly<Record<string, unknown>>): Entry {
  return {
    values: pickValues(entity.fields, record),
    suggested: {},
    lines: Object.fromEntries(linesFieldsOf(entity).map((field) => [field.name, linesOf(field, record[field.name])])),
  }
}

function linesOf(field: LinesField, wire: unknown): FormLine[] {
  const lines = Array.isArray(wire) ? (wire as readonly WireLine[]) : []
  return lines.map((line, at) => lineOf(field, line, at))
}

function lineOf(field: LinesField, line: WireLine, at: number): FormLine {
  const id = typeof line['id'] === 'string' ? line['id'] : null
  return { key: id ?? `line-${at}`, id, values: pickValues(field.options.fields, line), suggested: {}, rejected: {} }
}

function pickValues(fields: readonly Field[], wire: Readonly<Record<string, unknown>>): Values {
  const known = fields.filter((field) => !isLinesField(field) && wire[field.name] !== undefined)
  return Object.fromEntries(known.map(({ name }) => [name, wire[name] as Value]))
}

/** Whether a line says the same as another: values of entered fields and texts that could not be read. */
export function isSameLine(fields: readonly Field[], left: FormLine, right: FormLine): boolean {
  if (left === right) return true
  const entered = fields.filter((field) => !isComputed(field))
  return (
    entered.every(({ name }) => isSameValue(left.values[name], right.values[name])) &&
    entered.every(({ name }) => left.rejected[name]?.text === right.rejected[name]?.text)
  )
}

/** Whether a value is one a default filled in and nobody has replaced. */
export function isSuggested(suggested: Values, name: string, value: Value | undefined): boolean {
  return suggested[name] !== undefined && isSameValue(suggested[name], value)
}
