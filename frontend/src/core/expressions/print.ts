/** Tree to text in the one spelling the server uses as well (`engine/expressions/print.py`). */
import type { Tree } from './tree'

const STRENGTH: Readonly<Record<string, number>> = { '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 }
const UNARY = 6
const PERCENT = 7
const ATOM = 8
const BARE = /^[\p{L}_][\p{L}\p{N}_]*$/u
const RESERVED: ReadonlySet<string> = new Set(['TRUE', 'FALSE', 'NOT'])

export function print(tree: Tree): string {
  if ('literal' in tree) return literal(tree.literal)
  if ('name' in tree) return printName(tree.name)
  if ('call' in tree) return `${tree.call}(${tree.arguments.map(print).join(', ')})`
  if ('table' in tree) return `{${tree.table.map((row) => row.map(print).join(', ')).join('; ')}}`
  const [left, right] = tree.operands
  if (left === undefined) return ''
  if (tree.operator === 'percent') return `${within(left, PERCENT)}%`
  if (right === undefined) return `${tree.operator === 'negate' ? '-' : '+'}${within(left, UNARY)}`
  const strength = STRENGTH[tree.operator] ?? 0
  return `${within(left, strength)} ${tree.operator} ${within(right, strength + 1)}`
}

/** A path with brackets where a step needs them. */
export function printName(path: readonly string[]): string {
  return path.map(printStep).join('.')
}

export function printStep(step: string): string {
  return BARE.test(step) && !RESERVED.has(step.toUpperCase()) ? step : `[${step}]`
}

export function printText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function within(tree: Tree, least: number): string {
  const text = print(tree)
  return strengthOf(tree) >= least ? text : `(${text})`
}

function strengthOf(tree: Tree): number {
  if (!('operator' in tree)) return ATOM
  if (tree.operator === 'percent') return PERCENT
  return tree.operands.length === 1 ? UNARY : (STRENGTH[tree.operator] ?? ATOM)
}

function literal(value: string | boolean | null | { readonly number: string }): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? printText(value) : value.number
}
