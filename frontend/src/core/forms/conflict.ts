/** Two people changed one record: what each of them changed, where they disagree, and the entry that settles it. */
import type { Entity, Field } from '@/generated/metadata'

import { isSameValue, type Value } from '../values/value'
import { isComputed, isLinesField, isSameLine, linesFieldsOf, type Entry, type FormLine, type LinesField } from './entry'

export type Side = 'mine' | 'theirs'

/** One field, one cell of a line, or a whole line, that differs between the two. */
export interface Difference {
  /** Stable name of the place: `status`, `lines/<line>/quantity` or `lines/<line>`. */
  readonly place: string
  readonly field: Field
  readonly lines?: LinesField
  /** Position of the line, counted from one, in whichever version still has it. */
  readonly position?: number
  readonly before: Side3['before']
  readonly mine: Side3['mine']
  readonly theirs: Side3['theirs']
  /** Both changed it, to different values. */
  readonly isConflict: boolean
}

/** A value, or a whole line, as each version has it; a line that is gone is null. */
interface Side3 {
  readonly before: Value | FormLine
  readonly mine: Value | FormLine
  readonly theirs: Value | FormLine
}

interface Versions {
  readonly before: Entry
  readonly mine: Entry
  readonly theirs: Entry
}

/** Everything the other person's version and mine disagree about, conflicts first to be settled. */
export function differencesOf(entity: Entity, versions: Versions): Difference[] {
  const own = enteredFields(entity.fields).flatMap((field) => valueDifference(field, field.name, versions))
  const lines = linesFieldsOf(entity).flatMap((field) => linesDifferences(field, versions))
  return [...own, ...lines].toSorted((left, right) => Number(right.isConflict) - Number(left.isConflict))
}

/** Where only one of the two changed something, that change is kept without asking. */
export function naturalSide({ before, mine }: Difference): Side {
  return isSame(before, mine) ? 'theirs' : 'mine'
}

/** My entry on top of their version, with each difference as chosen; what was not chosen keeps its natural side. */
export function settle(differences: readonly Difference[], versions: Versions, choices: Readonly<Record<string, Side>>): Entry {
  return differences.reduce((entry, difference) => {
    const side = choices[difference.place] ?? naturalSide(difference)
    return side === 'theirs' ? entry : applyMine(entry, difference, versions.mine)
  }, versions.theirs)
}

function enteredFields(fields: readonly Field[]): Field[] {
  return fields.filter((field) => !isComputed(field) && !isLinesField(field))
}

function valueDifference(field: Field, place: string, { before, mine, theirs }: Record<keyof Versions, Pick<Entry, 'values'>>): Difference[] {
  const three = { before: before.values[field.name] ?? null, mine: mine.values[field.name] ?? null, theirs: theirs.values[field.name] ?? null }
  return isSame(three.mine, three.theirs) ? [] : [{ place, field, ...three, isConflict: isDisputed(three) }]
}

function linesDifferences(lines: LinesField, versions: Versions): Difference[] {
  const [before, mine, theirs] = [versions.before, versions.mine, versions.theirs].map((entry) => entry.lines[lines.name] ?? [])
  const keys = [...new Set([...(mine ?? []), ...(theirs ?? [])].map(({ key }) => key))]
  return keys.flatMap((key) => {
    const three = { before: lineOf(before, key), mine: lineOf(mine, key), theirs: lineOf(theirs, key) }
    const position = 1 + Math.max((mine ?? []).findIndex((line) => line.key === key), (theirs ?? []).findIndex((line) => line.key === key))
    return lineDifferences(lines, key, position, three)
  })
}

function lineOf(lines: readonly FormLine[] | undefined, key: string): FormLine | null {
  return lines?.find((line) => line.key === key) ?? null
}

function lineDifferences(lines: LinesField, key: string, position: number, three: Record<keyof Versions, FormLine | null>): Difference[] {
  const { before, mine, theirs } = three
  const place = `${lines.name}/${key}`
  if (mine !== null && theirs !== null) {
    const versions = { before: before ?? theirs, mine, theirs }
    const cells = enteredFields(lines.options.fields).flatMap((field) => valueDifference(field, `${place}/${field.name}`, versions))
    return cells.map((cell) => ({ ...cell, lines, position }))
  }
  const left = mine ?? theirs
  const isConflict = before !== null && left !== null && !isSameLine(lines.options.fields, before, left)
  return [{ place, field: lines, lines, position, ...asSides(three), isConflict }]
}

function asSides({ before, mine, theirs }: Record<keyof Versions, FormLine | null>): Side3 {
  return { before, mine, theirs }
}

function isDisputed({ before, mine, theirs }: Side3): boolean {
  return !isSame(before, mine) && !isSame(before, theirs)
}

function isSame(left: Side3['mine'], right: Side3['mine']): boolean {
  if (isLine(left) || isLine(right)) return left === right
  return isSameValue(left, right)
}

export function isLine(side: Side3['mine']): side is FormLine {
  return typeof side === 'object' && side !== null && 'key' in side
}

function applyMine(entry: Entry, difference: Difference, mine: Entry): Entry {
  const { field, lines, place } = difference
  if (lines === undefined) return { ...entry, values: { ...entry.values, [field.name]: mine.values[field.name] ?? null } }
  const key = place.split('/')[1] ?? ''
  const current = entry.lines[lines.name] ?? []
  const own = lineOf(mine.lines[lines.name], key)
  const next = field === lines ? withLine(current, own, key) : withCell(current, own, key, field.name)
  return { ...entry, lines: { ...entry.lines, [lines.name]: next } }
}

/** My line in place of theirs; gone when I removed it, appended when they had none. */
function withLine(lines: readonly FormLine[], own: FormLine | null, key: string): readonly FormLine[] {
  if (own === null) return lines.filter((line) => line.key !== key)
  return [...lines, { ...own, id: null }]
}

function withCell(lines: readonly FormLine[], own: FormLine | null, key: string, name: string): readonly FormLine[] {
  return lines.map((line) => (line.key === key ? { ...line, values: { ...line.values, [name]: own?.values[name] ?? null } } : line))
}
