/**
 * The words of an expression with their places, as the grammar on the server cuts them. Whatever is typed gives tokens:
 * what cannot be read is a token too, so that an editor can colour an unfinished text.
 */
export type TokenKind =
  | 'lead'
  | 'number'
  | 'text'
  | 'boolean'
  | 'name'
  | 'bracketed'
  | 'function'
  | 'not'
  | 'and'
  | 'or'
  | 'missing'
  | 'operator'
  | 'percent'
  | 'dot'
  | 'open'
  | 'close'
  | 'brace'
  | 'brace-end'
  | 'comma'
  | 'semicolon'
  | 'unclosed'
  | 'unknown'

/** A word and its half-open place in the text. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly start: number
  readonly end: number
}

type Rule = readonly [TokenKind, RegExp]

const BEFORE_OPERAND: readonly Rule[] = [
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\s*[(（])/uy],
  ['not', /NOT(?![\p{L}\p{N}_])/iuy],
  ['boolean', /(?:TRUE|FALSE)(?![\p{L}\p{N}_])/iuy],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['text', /"(?:[^"]|"")*"|[“”＂][^“”＂]*[“”＂]/y],
  ['missing', /#N\/A/iy],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['bracketed', /[[［【][^[\]［］【】]+[\]］】]/y],
  ['operator', /[+\-＋－−]/y],
  ['open', /[(（]/y],
  ['brace', /[{｛]/y],
]
const AFTER_OPERAND: readonly Rule[] = [
  ['or', /OR(?![\p{L}\p{N}_])/iuy],
  ['and', /AND(?![\p{L}\p{N}_])/iuy],
  ['operator', /<=|>=|<>|[=<>＝＜＞≤≥≠&＆+\-＋－−*/＊／×÷^＾]/y],
  ['percent', /[%％]/y],
  ['dot', /[.．]/y],
]
const ANYWHERE: readonly Rule[] = [
  ['close', /[)）]/y],
  ['brace-end', /[}｝]/y],
  ['comma', /[,，]/y],
  ['semicolon', /[;；]/y],
]
const UNCLOSED: Rule = ['unclosed', /["“”＂[［【][^]*/y]
// Words out of place still read as words, so that a text in the making is not torn apart.
const STRAY: readonly Rule[] = [['name', /[\p{L}_][\p{L}\p{N}_]*/uy], ['number', /\d+/y], UNCLOSED, ['unknown', /[^]/uy]]
const ENDS_OPERAND: ReadonlySet<TokenKind> = new Set(['number', 'text', 'boolean', 'name', 'bracketed', 'missing', 'close', 'brace-end', 'percent'])

/** The words of a text in order, blanks left out. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = afterBlanks(text, 0)
  while (at < text.length) {
    const token = next(text, at, tokens)
    tokens.push(token)
    at = afterBlanks(text, token.end)
  }
  return tokens
}

function next(text: string, at: number, before: readonly Token[]): Token {
  const last = before.at(-1)
  const lead: readonly Rule[] = last === undefined ? [['lead', /[=＝]/y]] : []
  const isAfter = last !== undefined && ENDS_OPERAND.has(last.kind)
  const first = isAfter ? AFTER_OPERAND : BEFORE_OPERAND
  const second = isAfter ? [] : AFTER_OPERAND.filter(([kind]) => kind === 'operator')
  for (const [kind, pattern] of [...lead, ...first, ...ANYWHERE, ...second, ...STRAY]) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return { kind, text: found, start: at, end: at + found.length }
  }
  return { kind: 'unknown', text: text.slice(at, at + 1), start: at, end: at + 1 }
}

function afterBlanks(text: string, at: number): number {
  let place = at
  while (place < text.length && /\s/.test(text.charAt(place))) place += 1
  return place
}

/** A name as the tree holds it: without its brackets. */
export function plainName(token: Token): string {
  return token.kind === 'bracketed' ? token.text.slice(1, -1).trim() : token.text
}
