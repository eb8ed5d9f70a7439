/** Totals below the columns of detail lines. */
import type { Field } from '@/generated/metadata'

import { sumOf } from '../values/decimal'
import type { FormLine } from './entry'

const NUMBERS = new Set<string>(['integer', 'decimal', 'money'])

/** Whether adding the column up means something; percentages are not added. */
export function isAddable(column: Field): boolean {
  return NUMBERS.has(column.type === 'formula' ? column.options.result : column.type)
}

/** Sums by column name, as wire numbers; columns without any value have none. */
export function totalsOf(columns: readonly Field[], lines: readonly FormLine[]): Readonly<Record<string, string>> {
  const addable = columns.filter(isAddable).filter(({ name }) => lines.some((line) => (line.values[name] ?? null) !== null))
  return Object.fromEntries(addable.map(({ name }) => [name, sumOf(lines.map((line) => line.values[name]))]))
}
