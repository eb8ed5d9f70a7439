/** Members of dimensions in words: titles of links, periods as people say them, blanks and the rest. */
import type { QueryDimension } from '@/generated/metadata'

import { formatDate, formatInstant } from '../i18n/format'
import type { Locale } from '../i18n/locale'
import { text } from '../i18n/text'
import { isOthers, type AnswerColumn, type AnswerRow } from './answer'

/** What is said where there is no member, and for the rest. */
export interface MemberWords {
  readonly none: string
  readonly others: string
  readonly yes: string
  readonly no: string
  /** Of the figures of an earlier period. */
  readonly earlier: string
}

export const GRAINS: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week', 'day', 'hour', 'date', 'datetime'])

export function isDated(column: AnswerColumn | undefined): boolean {
  return column !== undefined && GRAINS.has(column.kind)
}

export function memberTitle(row: AnswerRow, column: AnswerColumn, locale: Locale, words: MemberWords): string {
  const [value, title] = [row[column.id], row[`${column.id}_title`]]
  if (typeof title === 'string' && title !== '') return title
  if (isLabel(title)) return text(title, locale)
  if (value === null || value === undefined || value === '') return isOthers(row) ? words.others : words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return isDated(column) ? periodTitle(String(value), column.kind, locale) : String(value)
}

function isLabel(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null
}

/** A period by its first day (or any text that begins with it), such as 2026-11 for a month. */
export function periodTitle(value: string, grain: string, locale: Locale): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value) ?? []
  const isChinese = locale === 'zh-CN'
  if (year === '') return value
  switch (grain) {
    case 'year':
      return isChinese ? `${year}年` : year
    case 'quarter':
      return quarterTitle(value, year, month, isChinese)
    case 'month':
      return month === '' ? value : monthTitle(year, month, locale)
    case 'hour':
    case 'datetime':
      return value.length > 10 ? formatInstant(value, locale) : value
    default:
      return day === '' ? value : formatDate(`${year}-${month}-${day}`, locale)
  }
}

function quarterTitle(value: string, year: string, month: string, isChinese: boolean): string {
  const quarter = /Q([1-4])/.exec(value)?.[1] ?? String(Math.ceil(Number(month || '1') / 3))
  return isChinese ? `${year}年${quarter}季度` : `Q${quarter} ${year}`
}

function monthTitle(year: string, month: string, locale: Locale): string {
  if (locale === 'zh-CN') return `${year}年${Number(month)}月`
  const name = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(new Date(`${year}-${month}-01T00:00:00Z`))
  return `${name} ${year}`
}

/** The words for no member that a dimension's author gave, else those of the interface. */
export function memberWordsFor(dimension: QueryDimension | undefined, locale: Locale, words: MemberWords): MemberWords {
  return { ...words, none: text(dimension?.null_label, locale, words.none) }
}
