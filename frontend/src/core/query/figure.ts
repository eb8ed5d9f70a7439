/** Figures in words: exact decimals, in 万 and 亿 or K and M where short ones are wanted. */
import type { Decimal } from 'decimal.js'

import type { NumberFormat } from '@/generated/metadata'

import { currencySign, formatMoney, formatNumber, formatPercent, type DecimalText } from '../i18n/format'
import type { Locale } from '../i18n/locale'
import { text } from '../i18n/text'
import { decimalText, Exact, isDecimalText } from '../values/decimal'
import type { AnswerColumn } from './answer'

type Unit = readonly [size: string, sign: string]

const UNITS: Readonly<Record<Exclude<NumberFormat['unit'], 'auto' | 'none' | undefined>, Readonly<Record<Locale, Unit>>>> = {
  wan: { 'zh-CN': ['1e4', '万'], en: ['1e4', '×10⁴'] },
  yi: { 'zh-CN': ['1e8', '亿'], en: ['1e8', '×10⁸'] },
  thousand: { 'zh-CN': ['1e3', '千'], en: ['1e3', 'K'] },
  million: { 'zh-CN': ['1e6', '百万'], en: ['1e6', 'M'] },
}

/** Largest first. */
const STEPS: Readonly<Record<Locale, readonly Unit[]>> = {
  'zh-CN': [
    ['1e8', '亿'],
    ['1e4', '万'],
  ],
  en: [
    ['1e9', 'B'],
    ['1e6', 'M'],
    ['1e3', 'K'],
  ],
}

export const NO_FIGURE = '–'

/** A figure with all its digits; a unit the author fixed holds here too. */
export function fullFigure(value: unknown, column: AnswerColumn | undefined, locale: Locale): string {
  const unit = column?.format?.unit
  return figure(value, column, locale, unit === 'auto' ? 'none' : (unit ?? 'none'))
}

/** A figure for a headline or an axis: short, unless its author wants no unit. */
export function shortFigure(value: unknown, column: AnswerColumn | undefined, locale: Locale): string {
  return figure(value, column, locale, column?.format?.unit ?? 'auto')
}

/** A figure beside a mark: short, and without places that are too fine for its size. */
export function markFigure(value: unknown, column: AnswerColumn | undefined, locale: Locale): string {
  const written = typeof value === 'number' ? plainText(value) : value
  const isLarge = isDecimalText(written) && new Exact(written).abs().greaterThanOrEqualTo(FINE_BELOW)
  if (!isLarge || column === undefined || isPercent(column)) return shortFigure(value, column, locale)
  return shortFigure(value, { ...column, scale: 0 }, locale)
}

const FINE_BELOW = 1000

type Wanted = NonNullable<NumberFormat['unit']>

function figure(value: unknown, column: AnswerColumn | undefined, locale: Locale, wanted: Wanted): string {
  const written = typeof value === 'number' ? plainText(value) : value
  if (!isDecimalText(written)) return written === null || written === undefined || written === '' ? NO_FIGURE : String(written)
  const number = new Exact(written)
  const unit = isPercent(column) ? undefined : unitFor(number, locale, wanted)
  const words = unit === undefined ? whole(number, column, locale) : inUnit(number, unit, column, locale)
  return `${words}${text(column?.format?.suffix, locale)}`
}

function plainText(value: number): string {
  return Number.isFinite(value) ? decimalText(new Exact(value)) : ''
}

export function isPercent(column: AnswerColumn | undefined): boolean {
  return column?.format?.style === 'percent' || (column?.format?.style === undefined && column?.kind === 'percent')
}

function isMoney(column: AnswerColumn | undefined): boolean {
  return column?.format?.style === 'money' || (column?.format?.style === undefined && column?.kind === 'money')
}

function unitFor(number: Decimal, locale: Locale, wanted: Wanted): Unit | undefined {
  if (wanted === 'none') return undefined
  if (wanted !== 'auto') return UNITS[wanted][locale]
  return STEPS[locale].find(([size]) => number.abs().greaterThanOrEqualTo(size))
}

function whole(number: Decimal, column: AnswerColumn | undefined, locale: Locale): string {
  const scale = column?.format?.scale ?? column?.scale ?? undefined
  if (isPercent(column)) return formatPercent(asDigits(number), locale, column?.format?.scale ?? 1)
  const digits = asDigits(scale === undefined ? number : number.toDecimalPlaces(scale))
  if (isMoney(column)) return formatMoney(digits, locale, column?.currency ?? 'CNY', scale ?? 2)
  return formatNumber(digits, locale, scale)
}

/** Two places, trailing noughts left out, unless the author fixed how many. */
function inUnit(number: Decimal, [size, sign]: Unit, column: AnswerColumn | undefined, locale: Locale): string {
  const scale = column?.format?.scale
  const counted = number.dividedBy(size)
  const digits = asDigits(counted.toDecimalPlaces(scale ?? (counted.abs().lessThan(100) ? 2 : 1)))
  const money = isMoney(column) ? currencySign(locale, column?.currency ?? 'CNY') : ''
  const [minus, rest] = digits.startsWith('-') ? ['-', digits.slice(1) as DecimalText] : ['', digits]
  return `${minus}${money}${formatNumber(rest, locale, scale)}${sign}`
}

function asDigits(number: Decimal): DecimalText {
  return decimalText(number) as DecimalText
}

/** How a figure differs from an earlier one, as a ratio; none without an earlier figure other than nought. */
export function changeRatio(now: unknown, before: unknown): string | null {
  const [one, other] = [asText(now), asText(before)]
  if (!isDecimalText(one) || !isDecimalText(other) || new Exact(other).isZero()) return null
  return decimalText(new Exact(one).minus(other).dividedBy(new Exact(other).abs()).toDecimalPlaces(6))
}

function asText(value: unknown): unknown {
  return typeof value === 'number' ? plainText(value) : value
}
