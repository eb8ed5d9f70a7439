/** Fields typed or pasted as lines: one label a line, as from a column of a sheet, or fields copied in the table. */
import { KINDS } from './kinds'
import { guessField, type Known, type TypedField } from './guess'

/** A field of one line, its label per language where the line names them in columns. */
export interface LineField extends TypedField {
  readonly labels: readonly string[]
}

/** Columns of a line are divided by tabs: labels in the app's languages, then the key of a type. */
export function readLines(pasted: string, known: Known): LineField[] {
  return cellsOf(pasted).map((cells) => {
    const last = cells.at(-1) ?? ''
    const type = KINDS.find((kind) => kind === last)
    const labels = type === undefined || cells.length === 1 ? cells : cells.slice(0, -1)
    const guessed = guessField(labels[0] ?? '', known)
    const isOther = type !== undefined && cells.length > 1 && type !== guessed.type
    return isOther ? { label: guessed.label, type, labels } : { ...guessed, labels: [guessed.label, ...labels.slice(1)] }
  })
}

/** One line over several columns is a heading of a sheet: every cell of it is a field. */
function cellsOf(pasted: string): string[][] {
  const lines = pasted.split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()))
  const filled = lines.filter((cells) => cells.some((cell) => cell !== ''))
  const [only] = filled
  const isHeading = filled.length === 1 && only !== undefined && only.length > 2
  if (isHeading && !isKind(only.at(-1))) return only.filter((cell) => cell !== '').map((cell) => [cell])
  return filled.filter(([first]) => first !== '')
}

function isKind(cell: string | undefined): boolean {
  return KINDS.some((kind) => kind === cell)
}
