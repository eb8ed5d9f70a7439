/** What can be written where the cursor stands: names and functions that begin with, or contain, what was typed. */
import { tokensOf } from '@/core/expressions/tokens'
import { FUNCTION_HELP, type FunctionHelp } from '@/generated/function-help'

import type { OfferedName } from './offered-names'
import { pathsIn, shownName, type Names } from './shown-text'

export type Suggestion = { readonly kind: 'name'; readonly name: OfferedName } | { readonly kind: 'function'; readonly help: FunctionHelp }

export interface Suggested {
  readonly items: readonly Suggestion[]
  /** What is replaced by the chosen one. */
  readonly start: number
  readonly end: number
}

const MOST = 60
const FEW = 12
const WORD: ReadonlySet<string> = new Set(['name', 'function', 'not', 'boolean'])

/** For a text with the cursor at a place; `isAsked` offers everything where nothing was typed yet. */
export function suggestAt(text: string, place: number, names: Names, isAsked: boolean): Suggested {
  const { typed, start, end } = wordAt(text, place)
  if (typed === '' && !isAsked) return { items: [], start: place, end: place }
  const wanted = typed.toLowerCase()
  const found = [...ranked([...names.byName.values()], wanted, nameWords).map(asName), ...ranked(FUNCTION_HELP, wanted, ({ name }) => [name]).map(asFunction)]
  const [only] = found
  const isThere = found.length === 1 && only?.kind === 'name' && nameWords(only.name).some((word) => word.toLowerCase() === wanted)
  return { items: isThere && !isAsked ? [] : found.slice(0, isAsked ? MOST + FUNCTION_HELP.length : FEW), start, end }
}

/** The text after a suggestion was taken, and where the cursor stands then: inside the brackets of a function. */
export function take(text: string, { start, end }: Suggested, suggestion: Suggestion, names: Names): { readonly text: string; readonly place: number } {
  const before = spaced(text.slice(0, start))
  const after = text.slice(end)
  const isOpen = /^\s*[(（]/.test(after)
  const word = suggestion.kind === 'name' ? shownName(suggestion.name, names) : `${suggestion.help.name}${isOpen ? '' : '()'}`
  const isEmptyCall = suggestion.kind === 'function' && suggestion.help.signature.endsWith('()')
  const inside = suggestion.kind === 'function' && !isOpen && !isEmptyCall ? 1 : 0
  return { text: `${before}${word}${after}`, place: before.length + word.length - inside }
}

/** The word or path the cursor is in or behind. */
function wordAt(text: string, place: number): { typed: string; start: number; end: number } {
  const tokens = tokensOf(text)
  const path = pathsIn(tokens).find(({ start, end }) => start < place && place <= end)
  if (path !== undefined) return { typed: plain(text.slice(path.start, place)), start: path.start, end: path.end }
  const token = tokens.find(({ start, end }) => start < place && place <= end)
  if (token === undefined) return { typed: '', start: place, end: place }
  if (token.kind === 'unclosed' && /^[[［【]/.test(token.text)) return { typed: plain(text.slice(token.start, place)), start: token.start, end: place }
  if (token.kind === 'dot') return behindDot(text, place, tokens.indexOf(token), tokens)
  return WORD.has(token.kind) ? { typed: text.slice(token.start, place), start: token.start, end: token.end } : { typed: '', start: place, end: place }
}

/** After `customer.` its fields are offered. */
function behindDot(text: string, place: number, at: number, tokens: ReturnType<typeof tokensOf>) {
  const before = pathsIn(tokens.slice(0, at)).at(-1)
  const start = before !== undefined && before.end === tokens[at]?.start ? before.start : place
  return { typed: plain(text.slice(start, place)), start, end: place }
}

function plain(typed: string): string {
  return typed.replace(/[[\]［］【】]/g, '')
}

function spaced(before: string): string {
  return before === '' || /[\s(（,，{[.]$/.test(before) ? before : `${before} `
}

function nameWords({ name, label, steps }: OfferedName): readonly string[] {
  return [label, name, ...(steps === undefined ? [] : [steps.join('.')])]
}

/** Those that begin with what was typed first, then those that contain it. */
function ranked<T>(items: readonly T[], wanted: string, wordsOf: (item: T) => readonly string[]): T[] {
  const rank = (item: T) => {
    const words = wordsOf(item).map((word) => word.toLowerCase())
    if (words.some((word) => word.startsWith(wanted))) return 0
    return wanted.length > 1 && words.some((word) => word.includes(wanted)) ? 1 : 2
  }
  return items.map((item) => ({ item, at: rank(item) })).filter(({ at }) => at < 2).toSorted((one, other) => one.at - other.at).map(({ item }) => item)
}

function asName(name: OfferedName): Suggestion {
  return { kind: 'name', name }
}

function asFunction(help: FunctionHelp): Suggestion {
  return { kind: 'function', help }
}
