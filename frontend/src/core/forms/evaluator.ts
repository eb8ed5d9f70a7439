/** What the form needs of the formula language, as narrow as it can be; the twin of the engine's evaluator fits it. */
import type { FieldType, FormulaOptions } from '@/generated/metadata'

import type { Value } from '../values/value'

/** The kind a value counts as in a formula: a field type, or a formula's kind of result. */
export type ValueKind = FieldType | FormulaOptions['result']

export interface Operand {
  readonly kind: ValueKind
  /** In wire form. */
  readonly value: Value
}

/** A field's value, a column of detail lines, or undefined when it is not known here. */
export type Resolve = (path: readonly string[]) => Operand | readonly Operand[] | undefined

export type Outcome = { readonly value: Value } | { readonly error: string }

export interface Evaluator {
  /** Whether every function of the tree can run in the browser. */
  canRun(tree: unknown): boolean
  evaluate(tree: unknown, resolve: Resolve): Outcome
}
