/** Computes formulas over an entry while somebody types, record and detail lines, and says which ones only the server can. */
import type { Field } from '@/generated/metadata'

import { withScale } from '../values/decimal'
import { collapsed, type Value, type Values } from '../values/value'
import { linesFieldsOf, type Entry, type FormLine } from './entry'
import type { Evaluator, Operand, Outcome, Resolve } from './evaluator'
import type { Formula } from './formulas'
import type { NamePath } from './names'
import type { FormPlan } from './plan'

/** Fields of linked records by link field, then by their own name: what `customer.level` reads. */
export type LinkedValues = Readonly<Record<string, Readonly<Record<string, Operand>>>>

export interface Surroundings {
  readonly evaluator: Evaluator | undefined
  readonly linked: LinkedValues
}

/** The entry with every formula that can run here computed; the others keep what the server said last. */
export function withFormulas(plan: FormPlan, entry: Entry, surroundings: Surroundings): Entry {
  const { evaluator } = surroundings
  if (evaluator === undefined) return entry
  return plan.formulas
    .filter((formula) => isLocal(plan, formula, evaluator))
    .reduce((computed, formula) => compute(plan, computed, formula, evaluator, surroundings.linked), entry)
}

/** Whether some value of the form can only be computed by the server. */
export function needsServer(plan: FormPlan, evaluator: Evaluator | undefined): boolean {
  const fields = [...plan.entity.fields, ...linesFieldsOf(plan.entity).flatMap((lines) => lines.options.fields)]
  const formulas = fields.filter((field) => field.type === 'formula')
  const local = plan.formulas.filter((formula) => evaluator !== undefined && isLocal(plan, formula, evaluator))
  return formulas.length > local.length || fields.some(({ type, ...field }) => type === 'lookup' || field.default !== undefined)
}

/** A formula runs here when its functions do and its names stay within the record and its lines. */
function isLocal(plan: FormPlan, formula: Formula, evaluator: Evaluator): boolean {
  return formula.names.every((path) => isNear(plan, formula, path)) && evaluator.canRun(formula.tree)
}

function isNear(plan: FormPlan, { lines }: Formula, path: NamePath): boolean {
  const columns = columnsOf(plan, lines)
  if (lines !== undefined && path[0] !== 'parent') return path.length === 1 && isNamed(columns, path[0])
  const own = lines === undefined ? path : path.slice(1)
  if (own.length === 1) return isNamed(plan.entity.fields, own[0])
  return own.length === 2 && isNamed(columnsOf(plan, own[0]), own[1])
}

function isNamed(fields: readonly Field[], name: string | undefined): boolean {
  return fields.some((field) => field.name === name)
}

function columnsOf(plan: FormPlan, lines: string | undefined): readonly Field[] {
  return linesFieldsOf(plan.entity).find((field) => field.name === lines)?.options.fields ?? []
}

function compute(plan: FormPlan, entry: Entry, formula: Formula, evaluator: Evaluator, linked: LinkedValues): Entry {
  const { field, lines, tree } = formula
  const ofRecord = recordResolver(plan, entry, linked)
  if (lines === undefined) {
    const value = wireResult(field, evaluator.evaluate(tree, ofRecord))
    return { ...entry, values: { ...entry.values, [field.name]: value } }
  }
  const columns = columnsOf(plan, lines)
  const computed = (entry.lines[lines] ?? []).map((line) => {
    const value = wireResult(field, evaluator.evaluate(tree, lineResolver(columns, line, ofRecord)))
    return line.values[field.name] === value ? line : { ...line, values: { ...line.values, [field.name]: value } }
  })
  return { ...entry, lines: { ...entry.lines, [lines]: computed } }
}

/** Names as they read in the record's own expressions. */
export function recordResolver(plan: FormPlan, entry: Entry, linked: LinkedValues): Resolve {
  return ([name = '', step]) => {
    if (step === undefined) return operandOf(plan.entity.fields, entry.values, name)
    const columns = columnsOf(plan, name)
    if (columns.length === 0) return linked[name]?.[step]
    return (entry.lines[name] ?? []).flatMap((line) => operandOf(columns, line.values, step) ?? [])
  }
}

function lineResolver(columns: readonly Field[], line: FormLine, ofRecord: Resolve): Resolve {
  return (path) => (path[0] === 'parent' ? ofRecord(path.slice(1)) : operandOf(columns, line.values, path[0] ?? ''))
}

function operandOf(fields: readonly Field[], values: Values, name: string): Operand | undefined {
  const field = fields.find((each) => each.name === name)
  if (field === undefined) return undefined
  return { kind: field.type === 'formula' ? field.options.result : field.type, value: collapsed(values[name] ?? null) }
}

const USUAL_SCALE = 2

/** An error shows as blank while typing; the server says why when it matters. */
function wireResult({ options }: Formula['field'], outcome: Outcome): Value {
  if ('error' in outcome || typeof outcome.value !== 'string') return 'error' in outcome ? null : outcome.value
  const { result, scale = USUAL_SCALE } = options
  if (result === 'integer') return Number(withScale(outcome.value, 0))
  return result === 'decimal' || result === 'money' || result === 'percent' ? withScale(outcome.value, scale) : outcome.value
}
