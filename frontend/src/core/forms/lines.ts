/** Edits of detail lines, each a pure step from lines to lines: add, remove, duplicate, move, fill, write cells. */
import type { Value, Values } from '../values/value'
import type { FormLine, Rejected } from './entry'

export type Lines = readonly FormLine[]

/** What is written into one cell: a value, or a text that could not be read. */
export interface CellWrite {
  /** Position of the line. Positions past the end append lines. */
  readonly at: number
  readonly field: string
  readonly value: Value
  readonly rejected?: Rejected
}

let made = 0

/** Keys only have to differ on this page; lines of a restored draft keep theirs. */
function newKey(): string {
  made += 1
  return `new-${Date.now().toString(36)}-${made}`
}

export function newLine(values: Values = {}): FormLine {
  return { key: newKey(), id: null, values, suggested: {}, rejected: {} }
}

export function insertLines(lines: Lines, at: number, count = 1): Lines {
  return lines.toSpliced(at, 0, ...Array.from({ length: count }, () => newLine()))
}

export function removeLines(lines: Lines, from: number, to: number): Lines {
  return lines.toSpliced(from, to - from + 1)
}

/** Copies stand below the originals and are new lines. */
export function duplicateLines(lines: Lines, from: number, to: number): Lines {
  const copies = lines.slice(from, to + 1).map((line) => ({ ...line, key: newKey(), id: null }))
  return lines.toSpliced(to + 1, 0, ...copies)
}

/** Moves a run of lines by one step up (-1) or down (1); at the edge nothing happens. */
export function moveLines(lines: Lines, from: number, to: number, step: -1 | 1): Lines {
  const target = from + step
  if (target < 0 || to + step >= lines.length) return lines
  return lines.toSpliced(from, to - from + 1).toSpliced(target, 0, ...lines.slice(from, to + 1))
}

export function writeCells(lines: Lines, writes: readonly CellWrite[]): Lines {
  const last = Math.max(lines.length - 1, ...writes.map(({ at }) => at))
  const grown = [...lines, ...Array.from({ length: last + 1 - lines.length }, () => newLine())]
  const byLine = new Map<number, CellWrite[]>()
  for (const write of writes) byLine.set(write.at, [...(byLine.get(write.at) ?? []), write])
  return grown.map((line, at) => (byLine.get(at) ?? []).reduce(writeCell, line))
}

function writeCell(line: FormLine, { field, value, rejected }: CellWrite): FormLine {
  const { [field]: _, ...others } = line.rejected
  return { ...line, values: { ...line.values, [field]: value }, rejected: rejected ? { ...others, [field]: rejected } : others }
}

/** Writes the first line's cells of the named columns into all lines down to `to`. */
export function fillDown(lines: Lines, from: number, to: number, fields: readonly string[]): Lines {
  const source = lines[from]
  if (source === undefined) return lines
  const below = Array.from({ length: to - from }, (_, step) => from + 1 + step)
  return writeCells(lines, below.flatMap((at) => fields.map((field) => copyOf(source, field, at))))
}

function copyOf(source: FormLine, field: string, at: number): CellWrite {
  return { at, field, value: source.values[field] ?? null, rejected: source.rejected[field] }
}
