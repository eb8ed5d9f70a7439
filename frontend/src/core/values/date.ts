/** Plain days: reading them as people type and paste them, and counting in them. A day has no zone and never shifts. */
import { parsed, unreadable, type Parsed } from './parsed'

type DayParts = readonly [year: number, month: number, day: number]

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const WITHOUT_YEAR = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const DAY_MONTH_NAME = /^(\d{1,2})[-\s]([a-z]{3,9})\.?[-\s,]+(\d{4})$/i
const MONTH_NAME_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `today` completes a day without a year. */
export function parseDate(text: string, today: string): Parsed {
  const day = readDay(text.normalize('NFKC').trim(), Number(today.slice(0, 4)))
  return day === null ? unreadable('entry.date.unreadable', { text }) : parsed(day)
}

function readDay(text: string, thisYear: number): string | null {
  const parts = readParts(text, thisYear)
  return parts && isDay(parts) ? dayText(parts) : null
}

function readParts(text: string, thisYear: number): DayParts | null {
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text)
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast) return monthBeforeDay(Number(yearLast[3]), Number(yearLast[1]), Number(yearLast[2]))
  const short = WITHOUT_YEAR.exec(text)
  if (short) return monthBeforeDay(thisYear, Number(short[1]), Number(short[2]))
  return readMonthName(text)
}

/** 11/23/2026 as in American sheets; a first number over twelve can only be the day. */
function monthBeforeDay(year: number, first: number, second: number): DayParts {
  return first > 12 ? [year, second, first] : [year, first, second]
}

function readMonthName(text: string): DayParts | null {
  const dayFirst = DAY_MONTH_NAME.exec(text)
  const [day, name, year] = dayFirst?.slice(1) ?? inDayOrder(MONTH_NAME_DAY.exec(text))
  const month = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
  return month === 0 ? null : [Number(year), month, Number(day)]
}

function inDayOrder(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match ? [match[2], match[1], match[3]] : []
}

function isDay([year, month, day]: DayParts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function dayText([year, month, day]: DayParts): string {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
