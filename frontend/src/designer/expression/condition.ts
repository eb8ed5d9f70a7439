/** A condition as rows that people click together. What `condition-text` writes of it, `condition-tree` reads again. */
import type { Comparison } from './comparisons'

/** What a field is compared with. */
export type Operand =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly number: string }
  /** A day, as 2026-01-31. */
  | { readonly kind: 'day'; readonly day: string }
  /** Today, or so many days after it. */
  | { readonly kind: 'today'; readonly days: number }
  /** Whoever is looking. */
  | { readonly kind: 'me' }
  /** The value of another field. */
  | { readonly kind: 'name'; readonly name: string }

export interface Row {
  readonly kind: 'row'
  /** Empty until it is chosen. */
  readonly name: string
  readonly comparison: Comparison
  readonly operand?: Operand | undefined
}

export interface Group {
  readonly kind: 'group'
  /** Whether all of its parts must hold, or any of them. */
  readonly isAll: boolean
  readonly parts: readonly (Row | Group)[]
}

/** A row inside a group, or a group of rows inside a group; deeper ones are written as text. */
export const DEPTH = 2

export const NOTHING: Group = { kind: 'group', isAll: true, parts: [] }
