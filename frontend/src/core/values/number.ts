/** Reads numbers as people type and paste them: grouping, currency signs, percent, 万 and 亿, accounting brackets. */
import type { Decimal } from 'decimal.js'

import { decimalText, Exact } from './decimal'
import { parsed, unreadable, type Parsed } from './parsed'

const FACTORS: Readonly<Record<string, string>> = { 万: '10000', 亿: '100000000', '%': '0.01' }

/** Sign, digits with optional grouping, fraction, exponent, and one factor. */
const NUMBER = /^([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(e[-+]?\d{1,2})?([万亿%])?$/i

/** The number a text says, or null. Spaces and currency signs do not matter; `(12)` is minus twelve. */
export function readNumber(text: string): Decimal | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s\u00a0'’]|[¥$€£元]|\b(?:CNY|RMB|USD|EUR)\b/gi, '')
  const bracketed = /^\((.+)\)$/.exec(plain)
  return bracketed ? (readSigned(bracketed[1] ?? '')?.negated() ?? null) : readSigned(plain)
}

function readSigned(text: string): Decimal | null {
  const [, sign = '', digits = '', exponent = '', factor = ''] = NUMBER.exec(text) ?? []
  if (!/\d/.test(digits)) return null
  return new Exact(`${sign}${digits.replaceAll(',', '')}${exponent}`).times(FACTORS[factor] ?? 1)
}

export function parseDecimal(text: string, scale: number): Parsed {
  const number = readNumber(text)
  return number === null ? unreadable('entry.number.unreadable', { text }) : parsed(decimalText(number, scale))
}

export function parseInteger(text: string): Parsed {
  const number = readNumber(text)
  if (number === null) return unreadable('entry.number.unreadable', { text })
  if (!number.isInteger()) return unreadable('entry.integer.fraction', { text })
  if (number.abs().greaterThan(Number.MAX_SAFE_INTEGER)) return unreadable('entry.integer.size', { text })
  return parsed(number.toNumber())
}

/** `25%` and `25` both mean a quarter: whoever types into a column of percentages means percent. */
export function parsePercent(text: string, scale: number): Parsed {
  const number = readNumber(text)
  if (number === null) return unreadable('entry.number.unreadable', { text })
  const isRatio = text.normalize('NFKC').includes('%')
  return parsed(decimalText(isRatio ? number : number.dividedBy(100), scale))
}

/** The ratio 0.25 as the text 25%. */
export function percentText(ratio: string): string {
  return `${decimalText(new Exact(ratio).times(100))}%`
}
