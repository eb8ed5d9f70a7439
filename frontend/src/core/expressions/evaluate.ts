/** Evaluate expression trees in the browser: each tree becomes closures once, kept as long as the tree. */
import { type Kind, SIGNATURES } from '@/generated/functions'

import { Decimal } from './arithmetic'
import type { Body, Thunk } from './body'
import { load, toBoolean, toDate, toDatetime, toInteger, toNumber, toScalar, toText } from './coerce'
import { Fault, UNKNOWN_NAME, WRONG_ARGUMENT } from './faults'
import { BODIES } from './functions/registry'
import { BINARY, capture, UNARY } from './operators'
import { type Context, Run } from './run'
import { kindsFor } from './signature'
import { functionsIn, type Tree } from './tree'
import type { ErrorValue, Value } from './values'

/** Where values come from: a dotted path such as `customer.level` or `lines.amount`. */
export type Resolve = (path: string) => Value

type Step = (resolve: Resolve, run: Run) => Value
type Convert = (run: Run, value: Value) => unknown

const CONVERSIONS: Readonly<Partial<Record<Kind, Convert>>> = {
  number: toNumber,
  integer: toInteger,
  text: toText,
  boolean: toBoolean,
  date: toDate,
  datetime: toDatetime,
  any: toScalar,
}

const steps = new WeakMap<object, Step>()

/** Whether every function of a tree runs here; if not, the server is asked. */
export function runsInBrowser(tree: Tree): boolean {
  return [...functionsIn(tree)].every((name) => name in BODIES)
}

/** The value of an expression, an error as a value. */
export function evaluate(tree: Tree, resolve: Resolve, context: Context): Value {
  let step = steps.get(tree)
  if (!step) {
    step = compile(tree)
    steps.set(tree, step)
  }
  const run = new Run(context)
  const made = step
  return capture(() => made(resolve, run))
}

function compile(tree: Tree): Step {
  if ('literal' in tree) return compileLiteral(tree.literal)
  if ('name' in tree) {
    const path = tree.name.join('.')
    return (resolve) => load(resolve(path))
  }
  if ('call' in tree) return compileCall(tree.call, tree.arguments)
  if ('operator' in tree) return compileOperation(tree.operator, tree.operands.map(compile))
  return compileTable(tree.table.map((row) => row.map(compile)))
}

function compileLiteral(literal: string | boolean | null | { readonly number: string }): Step {
  const isNumber = typeof literal === 'object' && literal !== null
  const value = isNumber ? new Decimal(literal.number) : literal
  return () => value
}

function compileOperation(operator: string, [left, right]: readonly Step[]): Step {
  const unary = UNARY[operator]
  const binary = BINARY[operator]
  if (left && unary) return (resolve, run) => unary(run, left(resolve, run))
  if (!left || !right || !binary) return refused(UNKNOWN_NAME)
  return (resolve, run) => binary(run, left(resolve, run), right(resolve, run))
}

function compileTable(rows: readonly (readonly Step[])[]): Step {
  const row = (cells: readonly Step[], resolve: Resolve, run: Run): readonly Value[] =>
    cells.map((cell) => cell(resolve, run))
  const [only] = rows
  if (rows.length === 1 && only) return (resolve, run) => row(only, resolve, run)
  const isColumn = rows.every((each) => each.length === 1)
  return (resolve, run) => {
    const values = rows.map((each) => row(each, resolve, run))
    return isColumn ? values.flat() : values
  }
}

function compileCall(name: string, parts: readonly Tree[]): Step {
  const signature = SIGNATURES[name]
  const body: Body | undefined = BODIES[name]
  const kinds = signature && kindsFor(signature, parts.length)
  if (!body || !signature) return refused(UNKNOWN_NAME)
  if (!kinds) return refused(WRONG_ARGUMENT)
  const readers = parts.map((part, place) => reader(kinds[place] ?? 'any', compile(part)))
  const apply = body as (run: Run, ...given: unknown[]) => Value
  return (resolve, run) => apply(run, ...readers.map((read) => read(resolve, run)))
}

/** How one argument is handed over: converted, as a thunk, with errors as values, or as it is. */
function reader(kind: Kind, step: Step): (resolve: Resolve, run: Run) => unknown {
  if (kind === 'lazy') return (resolve, run): Thunk => () => step(resolve, run)
  if (kind === 'captured') return (resolve, run) => capture(() => step(resolve, run))
  const convert = CONVERSIONS[kind]
  return convert ? (resolve, run) => convert(run, step(resolve, run)) : step
}

function refused(error: ErrorValue): Step {
  return () => {
    throw new Fault(error)
  }
}
