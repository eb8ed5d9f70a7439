/** Recognises the conditions that rows can show in the tree of an expression; whatever else is written stays text. */
import type { Tree } from '@/core/expressions/tree'

import { COMPARISONS, familyOf, type Comparison, type Family } from './comparisons'
import { DEPTH, NOTHING, type Group, type Operand, type Row } from './condition'
import type { OfferedName } from './offered-names'

type Known = ReadonlyMap<string, OfferedName>

const OPERATORS: Readonly<Record<string, Comparison>> = { '=': 'equals', '<>': 'not_equals', '>': 'greater', '>=': 'at_least', '<': 'less', '<=': 'at_most' }
const TURNED: Readonly<Record<string, string>> = { '=': '=', '<>': '<>', '>': '<', '>=': '<=', '<': '>', '<=': '>=' }
const OPPOSITE: Readonly<Partial<Record<Comparison, Comparison>>> = { empty: 'filled', filled: 'empty', contains: 'not_contains', yes: 'no', no: 'yes' }

/** The rows of a condition, or undefined where rows cannot show it. */
export function readCondition(tree: Tree, names: readonly OfferedName[]): Group | undefined {
  const known: Known = new Map(names.filter(({ isMany }) => isMany !== true).map((each) => [each.name, each]))
  const part = readPart(tree, known, DEPTH)
  if (part === undefined) return undefined
  return part.kind === 'group' ? part : { ...NOTHING, parts: [part] }
}

function readPart(tree: Tree, known: Known, depth: number): Row | Group | undefined {
  const row = readRow(tree, known)
  if (row !== undefined) return row
  if (!('call' in tree) || (tree.call !== 'AND' && tree.call !== 'OR') || depth === 0) return undefined
  const parts = tree.arguments.map((each) => readPart(each, known, depth - 1))
  return parts.every((part) => part !== undefined) ? { kind: 'group', isAll: tree.call === 'AND', parts } : undefined
}

function readRow(tree: Tree, known: Known): Row | undefined {
  if ('name' in tree) return fitting(tree.name, 'yes', undefined, known)
  if ('call' in tree) return readCall(tree.call, tree.arguments, known)
  if (!('operator' in tree)) return undefined
  const [left, right] = tree.operands
  if (left === undefined || right === undefined) return undefined
  return readComparison(tree.operator, left, right, known) ?? readComparison(TURNED[tree.operator] ?? '', right, left, known)
}

function readCall(call: string, given: readonly Tree[], known: Known): Row | undefined {
  const [first, second] = given
  if (first === undefined) return undefined
  if (call === 'NOT') return negated(readRow(first, known))
  if (call === 'OR') return readAnyOf(given, known)
  if (!('name' in first)) return undefined
  if (call === 'ISBLANK') return fitting(first.name, 'empty', undefined, known)
  const operand = second && readOperand(second)
  if (operand?.kind !== 'text') return undefined
  if (call === 'CONTAINS') return fitting(first.name, 'contains', operand, known)
  return call === 'STARTSWITH' ? fitting(first.name, 'starts', operand, known) : undefined
}

function negated(row: Row | undefined): Row | undefined {
  const comparison = row && OPPOSITE[row.comparison]
  return comparison === undefined ? undefined : { ...row, comparison } as Row
}

/** `status = "a" OR status = "b"`, as one row over a choice. */
function readAnyOf(given: readonly Tree[], known: Known): Row | undefined {
  const rows = given.map((each) => readRow(each, known))
  const [first] = rows
  const texts = rows.flatMap((row) => (row?.comparison === 'equals' && row.name === first?.name && row.operand?.kind === 'text' ? [row.operand.text] : []))
  if (first === undefined || texts.length !== given.length || texts.length < 2) return undefined
  return fitting(first.name.split('.'), 'any_of', { kind: 'texts', texts }, known)
}

function readComparison(operator: string, left: Tree, right: Tree, known: Known): Row | undefined {
  const comparison = OPERATORS[operator]
  if (comparison === undefined) return undefined
  if ('call' in left) return readCount(operator, left, right, known)
  if (!('name' in left)) return undefined
  if ('literal' in right && typeof right.literal === 'boolean' && comparison === 'equals') {
    return fitting(left.name, right.literal ? 'yes' : 'no', undefined, known)
  }
  const operand = readOperand(right)
  return operand && fitting(left.name, comparison, operand, known)
}

/** `COUNTIF(tags, "a") > 0`. */
function readCount(operator: string, left: Extract<Tree, { call: string }>, right: Tree, known: Known): Row | undefined {
  const [field, value] = left.arguments
  const isZero = 'literal' in right && typeof right.literal === 'object' && right.literal?.number === '0'
  if (left.call !== 'COUNTIF' || !isZero || field === undefined || value === undefined || !('name' in field)) return undefined
  const comparison = operator === '>' ? 'has' : operator === '=' ? 'has_not' : undefined
  const operand = readOperand(value)
  return comparison && operand?.kind === 'text' ? fitting(field.name, comparison, operand, known) : undefined
}

function readOperand(tree: Tree): Operand | undefined {
  if ('literal' in tree) {
    if (typeof tree.literal === 'string') return { kind: 'text', text: tree.literal }
    return typeof tree.literal === 'object' && tree.literal !== null ? { kind: 'number', number: tree.literal.number } : undefined
  }
  if ('name' in tree) return { kind: 'name', name: tree.name.join('.') }
  if ('call' in tree) return readMoment(tree.call, tree.arguments)
  return 'operator' in tree ? readSum(tree.operator, tree.operands) : undefined
}

function readMoment(call: string, given: readonly Tree[]): Operand | undefined {
  if (call === 'TODAY' && given.length === 0) return { kind: 'today', days: 0 }
  if (call === 'CURRENT_USER' && given.length === 0) return { kind: 'me' }
  const parts = given.map(wholeNumber)
  if (call !== 'DATE' || parts.length !== 3 || parts.some((part) => part === undefined)) return undefined
  const [year = 0, month = 0, day = 0] = parts
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return Number.isNaN(Date.parse(iso)) ? undefined : { kind: 'day', day: iso }
}

/** `TODAY() - 7`, or a number below zero. */
function readSum(operator: string, [left, right]: readonly Tree[]): Operand | undefined {
  if (left === undefined) return undefined
  if (operator === 'negate' && 'literal' in left && typeof left.literal === 'object' && left.literal !== null) {
    return { kind: 'number', number: `-${left.literal.number}` }
  }
  const base = right && readOperand(left)
  const days = right && wholeNumber(right)
  if (base?.kind !== 'today' || base.days !== 0 || days === undefined || (operator !== '+' && operator !== '-')) return undefined
  return { kind: 'today', days: operator === '+' ? days : -days }
}

function wholeNumber(tree: Tree): number | undefined {
  if (!('literal' in tree) || typeof tree.literal !== 'object' || tree.literal === null) return undefined
  const number = Number(tree.literal.number)
  return Number.isInteger(number) ? number : undefined
}

const FITTING: Readonly<Record<Family, readonly Operand['kind'][]>> = {
  text: ['text', 'name'],
  number: ['number', 'name'],
  date: ['day', 'today', 'name'],
  choice: ['text', 'texts', 'name'],
  choices: ['text'],
  switch: [],
  person: ['text', 'me', 'name'],
  link: ['text', 'name'],
  other: [],
}

/** A row, where the field is known and can be compared like this. */
function fitting(path: readonly string[], comparison: Comparison, operand: Operand | undefined, known: Known): Row | undefined {
  const name = path.join('.')
  const offered = known.get(name)
  if (offered === undefined) return undefined
  const family = familyOf(offered.type)
  if (!COMPARISONS[family].includes(comparison)) return undefined
  if (operand !== undefined && !FITTING[family].includes(operand.kind)) return undefined
  if (operand?.kind === 'name' && !known.has(operand.name)) return undefined
  return { kind: 'row', name, comparison, operand }
}
