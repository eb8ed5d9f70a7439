/** The condition over candidates of a link with what the record at hand says written into it, as the list route takes it. */
import { print } from '../expressions/print'
import type { Tree } from '../expressions/tree'
import { collapsed, isBlank, type Value } from '../values/value'

/** Names that begin with it lead to the record that is being entered. */
const RECORD = 'record'

/** The filter, or nothing where the tree is not known or a name leads further than the record at hand. */
export function candidateFilter(tree: unknown, valueOf: (name: string) => Value | undefined, typeOf: (name: string) => string | undefined): string | undefined {
  const written = isTree(tree) ? write(tree, valueOf, typeOf) : undefined
  return written && print(written)
}

function isTree(tree: unknown): tree is Tree {
  return typeof tree === 'object' && tree !== null && !('server' in tree)
}

type ValueOf = (name: string) => Value | undefined
type TypeOf = (name: string) => string | undefined

function write(tree: Tree, valueOf: ValueOf, typeOf: TypeOf): Tree | undefined {
  if ('name' in tree) return tree.name[0] === RECORD ? writtenValue(tree.name, valueOf, typeOf) : tree
  if ('call' in tree) return within(tree.arguments, valueOf, typeOf, (parts) => ({ ...tree, arguments: parts }))
  if ('operator' in tree) return within(tree.operands, valueOf, typeOf, (operands) => ({ ...tree, operands }))
  return 'table' in tree ? undefined : tree
}

function within(parts: readonly Tree[], valueOf: ValueOf, typeOf: TypeOf, make: (parts: readonly Tree[]) => Tree): Tree | undefined {
  const written = parts.map((part) => write(part, valueOf, typeOf))
  return written.every((part) => part !== undefined) ? make(written) : undefined
}

const NUMBERS = new Set(['integer', 'decimal', 'money', 'percent'])
const BLANK: Tree = { literal: '' }

function writtenValue([, name, further]: readonly string[], valueOf: ValueOf, typeOf: TypeOf): Tree | undefined {
  if (name === undefined || further !== undefined) return undefined
  const value = collapsed(valueOf(name) ?? null)
  if (isBlank(value)) return BLANK
  if (typeof value === 'boolean') return { literal: value }
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const type = typeOf(name) ?? ''
  if (NUMBERS.has(type)) return { literal: { number: String(value) } }
  return type === 'date' ? dayTree(String(value)) : { literal: String(value) }
}

function dayTree(day: string): Tree {
  return { call: 'DATE', arguments: day.split('-').map((part) => ({ literal: { number: String(Number(part)) } })) }
}
