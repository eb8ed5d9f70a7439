/** The form's evaluator by the browser's twin of the expression language. */
import { evaluate, runsInBrowser } from '../expressions/evaluate'
import type { Context } from '../expressions/run'
import type { Tree } from '../expressions/tree'
import { ErrorValue, type Value as Computed } from '../expressions/values'
import { fromWire, toWire, type WireKind } from '../expressions/wire'
import type { Value } from '../values/value'
import type { Evaluator, Operand, Resolve, ValueKind } from './evaluator'

const WIRE_KINDS: Readonly<Partial<Record<ValueKind, WireKind>>> = {
  integer: 'number',
  decimal: 'number',
  money: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
}

/** An evaluator whose TODAY, NOW and CURRENT_USER are fixed by the context. */
export function formulaEvaluator(context: Context): Evaluator {
  return {
    canRun: (tree) => isTree(tree) && runsInBrowser(tree),
    evaluate: (tree, resolve) => {
      const value = evaluate(tree as Tree, (path) => read(resolve, path), context)
      return value instanceof ErrorValue ? { error: value.code } : { value: toWire(value) as Value }
    },
  }
}

function isTree(tree: unknown): tree is Tree {
  return typeof tree === 'object' && tree !== null && !('server' in tree)
}

function read(resolve: Resolve, path: string): Computed {
  const found = resolve(path.split('.'))
  if (found === undefined) return null
  return isMany(found) ? found.map(operandValue) : operandValue(found)
}

function isMany(found: Operand | readonly Operand[]): found is readonly Operand[] {
  return Array.isArray(found)
}

function operandValue({ kind, value }: Operand): Computed {
  return fromWire(WIRE_KINDS[kind] ?? 'other', value)
}
