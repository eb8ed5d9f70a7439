/** Totals below the columns of detail lines. */
import type { Field } from '@/generated/metadata'

import { sumOf } from '../values/decimal'
import type { FormLine } from './entry'
import { namesIn } from './names'

const NUMBERS = new Set<string>(['integer', 'decimal', 'money'])

/**
 * The columns whose sum means something: quantities and amounts. Percentages, what is looked up from linked records, and
 * amounts that a formula multiplies, such as a unit price, are not added.
 */
export function addableColumns(columns: readonly Field[], trees: Readonly<Record<string, unknown>>): Field[] {
  const factors = new Set(columns.flatMap((column) => (column.type === 'formula' ? factorsIn(trees[column.options.expression ?? '']) : [])))
  return columns.filter((column) => {
    const kind = column.type === 'formula' ? column.options.result : column.type
    return NUMBERS.has(kind) && !(kind === 'money' && factors.has(column.name))
  })
}

/** Names that stand anywhere in a product. */
function factorsIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(factorsIn)
  if (typeof tree !== 'object' || tree === null) return []
  if ('operator' in tree && tree.operator === '*') return namesIn(tree).map(([name = '']) => name)
  return Object.values(tree).flatMap(factorsIn)
}

/** Sums by column name, as wire numbers; columns without any value have none. */
export function totalsOf(columns: readonly Field[], lines: readonly FormLine[]): Readonly<Record<string, string>> {
  const filled = columns.filter(({ name }) => lines.some((line) => (line.values[name] ?? null) !== null))
  return Object.fromEntries(filled.map(({ name }) => [name, sumOf(lines.map((line) => line.values[name]))]))
}
