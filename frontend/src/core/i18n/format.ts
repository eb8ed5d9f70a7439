/** Numbers and dates as people of a language read them. Decimals stay strings: no digit passes through a float. */
import type { Locale } from './locale'

/** A decimal as the server writes it, such as "1234.50". */
export type DecimalText = Intl.StringNumericLiteral

type Numeric = number | bigint | DecimalText

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remembered(numbers, locale, options, () => new Intl.NumberFormat(locale, options))
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remembered(dates, locale, options, () => new Intl.DateTimeFormat(locale, options))
}

/** Formats are costly to make and every cell of a list needs one. */
function remembered<T>(known: Map<string, T>, locale: Locale, options: object, make: () => T): T {
  const key = locale + JSON.stringify(options)
  const format = known.get(key) ?? make()
  known.set(key, format)
  return format
}

/** A number with grouping; `scale` fixes the places after the point. */
export function formatNumber(value: Numeric, locale: Locale, scale?: number): string {
  const places = scale === undefined ? { maximumFractionDigits: 20 } : fixed(scale)
  return numberFormat(locale, places).format(value)
}

export function formatMoney(value: Numeric, locale: Locale, currency: string, scale = 2): string {
  return numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...fixed(scale) }).format(
    value,
  )
}

/** 0.125 as 12.5 %. */
export function formatPercent(value: Numeric, locale: Locale, scale?: number): string {
  const places = scale === undefined ? { maximumFractionDigits: 18 } : fixed(scale)
  return numberFormat(locale, { style: 'percent', ...places }).format(value)
}

/** Short for headlines: 12,345 as 1.2万 or 12.3K. */
export function formatCompact(value: Numeric, locale: Locale): string {
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** A plain date, "2026-11-23"; it has no zone and must not move by one. */
export function formatDate(date: string, locale: Locale): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** An instant in the zone given; without one, in the reader's own. */
export function formatInstant(instant: string, locale: Locale, timeZone?: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant))
}

/** Month, day and time alone, for places too narrow for more. */
export function formatShortInstant(instant: string, locale: Locale, timeZone?: string): string {
  return dateFormat(locale, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(new Date(instant))
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** How long ago (or ahead) an instant is, in the largest unit that fits. */
export function formatRelative(instant: string, locale: Locale, now: Date): string {
  const seconds = (Date.parse(instant) - now.getTime()) / 1000
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length)
  return step ? format.format(Math.round(seconds / step[1]), step[0]) : format.format(0, 'second')
}

function fixed(scale: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: scale, maximumFractionDigits: scale }
}

/** The sign that stands beside amounts, such as ¥. */
export function currencySign(locale: Locale, currency: string): string {
  const format = numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency
}
