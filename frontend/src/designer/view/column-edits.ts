/** The columns of a view after an edit; plain values, sent whole. */
import type { Column, View } from '@/generated/metadata'

import { indexAfterRemoval } from '../canvas/drop-target'

export const LEAST_WIDTH = 40
export const MOST_WIDTH = 1000

type Columns = readonly Column[]

/** Puts a field before the column at an index, moving it where it is a column already; null where nothing changes. */
export function withField(columns: Columns, field: string, to: number): Columns | null {
  const from = columns.findIndex((column) => column.field === field)
  const moved = columns[from] ?? { field }
  const index = indexAfterRemoval(from < 0 ? null : from, to)
  if (index === from) return null
  return columns.filter((column) => column.field !== field).toSpliced(index, 0, moved)
}

export function withoutField(columns: Columns, field: string): Columns {
  return columns.filter((column) => column.field !== field)
}

/** One place to the left or right; null at the edge. */
export function nudged(columns: Columns, field: string, step: -1 | 1): Columns | null {
  const from = columns.findIndex((column) => column.field === field)
  const to = from + step
  return from < 0 || to < 0 || to >= columns.length ? null : withField(columns, field, step < 0 ? to : to + 1)
}

export function withWidth(columns: Columns, field: string, width: number | null): Columns {
  return columns.map((column) => {
    if (column.field !== field) return column
    return width === null ? { field } : { field, width: Math.round(Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH)) }
  })
}

/** Rules that colour a column that is gone would be faults. */
export function rulesWithout(view: View, field: string) {
  const { colors = [] } = view
  return colors.some((rule) => rule.field === field) ? colors.filter((rule) => rule.field !== field) : null
}
