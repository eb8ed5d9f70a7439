/**
 * Text to tree in the browser, for editors: the same trees as the server's grammar gives, held together by the shared
 * vectors. The server still decides; here a fault only has to be at the right place.
 */
import { plainName, tokensOf, type Token, type TokenKind } from './tokens'
import type { Tree } from './tree'

/** What stops the reading of a text, and where. The codes are those of the server. */
export interface SyntaxFault {
  readonly code: 'expression.syntax.unexpected' | 'expression.syntax.unfinished' | 'expression.syntax.unclosed' | 'expression.source.empty' | 'expression.tree.too_deep'
  readonly start: number
  readonly end: number
  readonly params: Readonly<Record<string, string | number>>
}

const PLAIN: Readonly<Record<string, string>> = { '＝': '=', '＜': '<', '＞': '>', '＆': '&', '＋': '+', '－': '-', '−': '-', '＊': '*', '×': '*', '／': '/', '÷': '/', '＾': '^', '≤': '<=', '≥': '>=', '≠': '<>' }
/** Operators by strength, the weakest first. */
const LEVELS: readonly ReadonlySet<string>[] = [new Set(['=', '<>', '<', '<=', '>', '>=']), new Set(['&']), new Set(['+', '-']), new Set(['*', '/']), new Set(['^'])]
const DEEPEST = 64

class Stopped extends Error {
  readonly fault: SyntaxFault

  constructor(fault: SyntaxFault) {
    super(fault.code)
    this.fault = fault
  }
}

export function parse(text: string): Tree | SyntaxFault {
  const tokens = tokensOf(text)
  const words = tokens[0]?.kind === 'lead' ? tokens.slice(1) : tokens
  if (words.length === 0) return { code: 'expression.source.empty', start: 0, end: text.length, params: {} }
  try {
    return new Reader(words, text.length).whole()
  } catch (stopped) {
    if (stopped instanceof Stopped) return stopped.fault
    throw stopped
  }
}

export function isFault(parsed: Tree | SyntaxFault): parsed is SyntaxFault {
  return 'code' in parsed
}

class Reader {
  private readonly tokens: readonly Token[]
  private readonly length: number
  private at = 0
  private depth = 0

  constructor(tokens: readonly Token[], length: number) {
    this.tokens = tokens
    this.length = length
  }

  whole(): Tree {
    const tree = this.disjunction()
    if (this.at < this.tokens.length) throw this.stopped()
    return tree
  }

  private disjunction(): Tree {
    this.depth += 1
    if (this.depth > DEEPEST) throw this.stopped('expression.tree.too_deep')
    const tree = this.joined('or', 'OR', () => this.joined('and', 'AND', () => this.negation()))
    this.depth -= 1
    return tree
  }

  private joined(kind: TokenKind, call: string, part: () => Tree): Tree {
    const parts = [part()]
    while (this.take(kind)) parts.push(part())
    const [only] = parts
    return parts.length === 1 && only ? only : { call, arguments: parts }
  }

  private negation(): Tree {
    if (this.take('not')) return { call: 'NOT', arguments: [this.negation()] }
    return this.chain(0)
  }

  private chain(level: number): Tree {
    const operators = LEVELS[level]
    if (operators === undefined) return this.unary()
    let left = this.chain(level + 1)
    for (let operator = this.operator(operators); operator !== undefined; operator = this.operator(operators)) {
      left = { operator, operands: [left, this.chain(level + 1)] }
    }
    return left
  }

  private operator(wanted: ReadonlySet<string>): string | undefined {
    const token = this.tokens[this.at]
    if (token?.kind !== 'operator') return undefined
    const plain = PLAIN[token.text] ?? token.text
    if (!wanted.has(plain)) return undefined
    this.at += 1
    return plain
  }

  private unary(): Tree {
    const sign = this.operator(LEVELS[2] ?? new Set())
    if (sign !== undefined) return { operator: sign === '-' ? 'negate' : 'plus', operands: [this.unary()] }
    let tree = this.atom()
    while (this.take('percent')) tree = { operator: 'percent', operands: [tree] }
    return tree
  }

  private atom(): Tree {
    const token = this.tokens[this.at]
    switch (token?.kind) {
      case 'number':
        this.at += 1
        return { literal: { number: token.text } }
      case 'text':
        this.at += 1
        return { literal: inner(token.text) }
      case 'boolean':
        this.at += 1
        return { literal: token.text.toUpperCase() === 'TRUE' }
      case 'missing':
        this.at += 1
        return { call: 'NA', arguments: [] }
      case 'name':
      case 'bracketed':
        return this.path()
      case 'function':
        return this.call(token)
      case 'brace':
        return this.table()
      case 'open':
        return this.group()
      default:
        throw this.stopped()
    }
  }

  private group(): Tree {
    this.at += 1
    const tree = this.disjunction()
    this.expect('close')
    return tree
  }

  private path(): Tree {
    const steps = [this.step()]
    while (this.take('dot')) steps.push(this.step())
    return { name: steps }
  }

  private step(): string {
    const token = this.tokens[this.at]
    if (token?.kind !== 'name' && token?.kind !== 'bracketed') throw this.stopped()
    this.at += 1
    return plainName(token)
  }

  private call(token: Token): Tree {
    this.at += 1
    this.expect('open')
    const parts = [this.argument()]
    while (this.take('comma')) parts.push(this.argument())
    this.expect('close')
    const isBare = parts.length === 1 && parts[0] !== undefined && 'literal' in parts[0] && parts[0].literal === null
    return { call: token.text.toUpperCase(), arguments: isBare ? [] : parts }
  }

  private argument(): Tree {
    const kind = this.tokens[this.at]?.kind
    return kind === 'comma' || kind === 'close' ? { literal: null } : this.disjunction()
  }

  private table(): Tree {
    this.at += 1
    const rows = [this.row()]
    while (this.take('semicolon')) rows.push(this.row())
    this.expect('brace-end')
    return { table: rows }
  }

  private row(): Tree[] {
    const cells = [this.disjunction()]
    while (this.take('comma')) cells.push(this.disjunction())
    return cells
  }

  private take(kind: TokenKind): boolean {
    if (this.tokens[this.at]?.kind !== kind) return false
    this.at += 1
    return true
  }

  private expect(kind: TokenKind): void {
    if (!this.take(kind)) throw this.stopped()
  }

  private stopped(code?: SyntaxFault['code']): Stopped {
    const token = this.tokens[this.at]
    if (token === undefined) return new Stopped({ code: 'expression.syntax.unfinished', start: this.length, end: this.length, params: { expected: '' } })
    const { start, end, kind, text } = token
    if (code !== undefined) return new Stopped({ code, start, end, params: { limit: DEEPEST } })
    const isOpen = kind === 'unclosed'
    const why = isOpen ? 'expression.syntax.unclosed' : 'expression.syntax.unexpected'
    return new Stopped({ code: why, start, end, params: { unexpected: isOpen ? text.charAt(0) : text, expected: '' } })
  }
}

function inner(quoted: string): string {
  const plain = quoted.slice(1, -1)
  return quoted.startsWith('"') ? plain.replaceAll('""', '"') : plain
}
