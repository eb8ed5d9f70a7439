/** What the server answers to a question: columns, rows by the ids of dimensions and figures, totals, comparison. */
import type { Label, NumberFormat, Query } from '@/generated/metadata'

export interface AnswerColumn {
  readonly id: string
  readonly role: 'dimension' | 'measure'
  readonly label: Label
  /** text, number, money, percent, date, or the grain a date is grouped by. */
  readonly kind: string
  readonly currency?: string | null
  readonly scale?: number | null
  readonly format?: NumberFormat | null
}

/** A value per column; a linked member has its title beside it as `<id>_title`. */
export type AnswerRow = Readonly<Record<string, unknown>>

export interface AnswerTotal {
  /** Dimensions the totals are by; none for the grand total. */
  readonly by: readonly string[]
  readonly rows: readonly AnswerRow[]
}

export interface Answer {
  readonly columns: readonly AnswerColumn[]
  readonly rows: readonly AnswerRow[]
  readonly totals?: readonly AnswerTotal[]
  readonly comparison?: readonly AnswerRow[]
  readonly as_of: string
  readonly truncated: boolean
  /** By figure, how many rows have no value for it. */
  readonly errors?: Readonly<Record<string, number>>
  readonly period?: { readonly from: string; readonly to: string } | null
}

export function columnOf(answer: Answer, id: string): AnswerColumn | undefined {
  return answer.columns.find((column) => column.id === id)
}

export function dimensionsOf(answer: Answer): readonly AnswerColumn[] {
  return answer.columns.filter(({ role }) => role === 'dimension')
}

export function measuresOf(answer: Answer): readonly AnswerColumn[] {
  return answer.columns.filter(({ role }) => role === 'measure')
}

/** The row that gathers what a limit to the largest members left out. */
export function isOthers(row: AnswerRow): boolean {
  return row['_others'] === true
}

/** A figure as a number to draw with; what is shown is formatted from its text instead. */
export function numberOf(row: AnswerRow | undefined, id: string): number | null {
  const value = row?.[id]
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

/** The grand total, when it was asked for. */
export function grandTotal(answer: Answer): AnswerRow | undefined {
  return totalsBy(answer, [])[0]
}

/** The totals by exactly these dimensions. */
export function totalsBy(answer: Answer, by: readonly string[]): readonly AnswerRow[] {
  const wanted = by.toSorted().join(' ')
  return answer.totals?.find((total) => total.by.toSorted().join(' ') === wanted)?.rows ?? []
}

/** Finds the row of a comparison that stands beside a row. */
export function comparedRows(answer: Answer): (row: AnswerRow | undefined) => AnswerRow | undefined {
  const dimensions = dimensionsOf(answer)
  const membersOf = (row: AnswerRow) => dimensions.map(({ id }) => keyOf(row, id)).join('\u0000')
  const known = new Map((answer.comparison ?? []).map((row) => [membersOf(row), row]))
  return (row) => (row === undefined ? undefined : known.get(membersOf(row)))
}

/** Whether there is anything of an earlier period. */
export function hasEarlier({ comparison = [] }: Answer): boolean {
  return comparison.length > 0
}

/** Whether a figure has an earlier one beside it. */
export function isCompared(answer: Answer, measure: string): boolean {
  return (answer.comparison ?? []).some((row) => measure in row)
}

/** A text that tells members of a dimension apart; members without a value share one. */
export function keyOf(row: AnswerRow, dimension: string): string {
  if (isOthers(row) && (row[dimension] === null || row[dimension] === undefined)) return 'others'
  const value = row[dimension]
  return value === null || value === undefined ? 'none' : `=${String(value)}`
}

/** The members a row stands for, as a drill asks for them. */
export function cellOf(answer: Answer, row: AnswerRow): Readonly<Record<string, unknown>> {
  const known = dimensionsOf(answer).filter(({ id }) => id in row)
  const members = Object.fromEntries(known.map(({ id }) => [id, row[id] ?? null]))
  return isOthers(row) ? { ...members, _others: true } : members
}

/** The figures whose records stand behind a figure: itself, or those its expression is made of. */
export function drillableFigures(query: Query, measure: string): readonly string[] {
  const found = query.measures.find(({ id }) => id === measure)
  if (found === undefined) return []
  if (found.expression === undefined) return [measure]
  const names = figureNames(found.expression)
  return query.measures.filter(({ id, expression }) => names.has(id) && expression === undefined).map(({ id }) => id)
}

/** The names an expression over figures says. */
export function figureNames(expression: string | undefined): ReadonlySet<string> {
  return new Set(expression?.match(/[\p{L}_][\p{L}\p{N}_]*/gu))
}
