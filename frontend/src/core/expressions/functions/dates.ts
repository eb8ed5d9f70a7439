/**
 * Dates and times: parts, building, counting. A date never moves by time zone; an instant is read on the wall
 * clock of the app's zone. TODAY and NOW are fixed once per form session.
 */
import { Decimal } from '../arithmetic'
import type { Bodies } from '../body'
import { type Civil, civilOf, DAY, daysInMonth, daysOf, toWallClock } from '../calendar'
import { dateOfSerial, toDate, toInteger, toNumber } from '../coerce'
import { Fault, NOT_A_DATE, OUT_OF_RANGE } from '../faults'
import type { Run } from '../run'
import { fromDate } from '../serials'
import * as texts from '../texts'
import { CalendarDate, ClockTime, Instant, type Value } from '../values'

const FIRST_DAY = -25_567; // 1900-01-01
const LAST_SERIAL = 2_958_466
const SECONDS = 86_400

function made(year: number, month: number, day: number): CalendarDate {
  const days = daysOf(year, month, day)
  if (days === undefined) throw new Fault(OUT_OF_RANGE)
  return new CalendarDate(days)
}

/** Months and days beyond their range carry over, years below 1900 count from 1900. */
function makeDate(_run: Run, year: number, month: number, day: number): CalendarDate {
  if (year < 0 || year > 9999) throw new Fault(OUT_OF_RANGE)
  const months = (year < 1900 ? year + 1900 : year) * 12 + month - 1
  const first = made(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1)
  const days = first.days + day - 1
  if (days < FIRST_DAY || civilOf(days).year > 9999) throw new Fault(OUT_OF_RANGE)
  return new CalendarDate(days)
}

function serialOf(run: Run, value: Value): Decimal {
  const number = toNumber(run, value)
  if (number.lt(0) || number.gte(LAST_SERIAL)) throw new Fault(OUT_OF_RANGE)
  return number
}

/** Year, month and day; spreadsheets know a day 0 and a 29 February in 1900. */
function partsOf(run: Run, value: Value): Civil {
  if (!(value instanceof CalendarDate || value instanceof Instant)) {
    const whole = serialOf(run, value).floor()
    if (whole.isZero()) return { year: 1900, month: 1, day: 0 }
    if (whole.eq(60)) return { year: 1900, month: 2, day: 29 }
  }
  return civilOf(toDate(run, value).days)
}

/** The second of the day; fractions of days are rounded to seconds. */
function secondOfDay(run: Run, value: Value): number {
  if (value instanceof Instant) {
    const wall = toWallClock(value.milliseconds, run.context.timezone)
    return Math.floor((wall - Math.floor(wall / DAY) * DAY) / 1000)
  }
  if (value instanceof ClockTime) return Math.floor(value.milliseconds / 1000)
  const serial = serialOf(run, value)
  return serial.minus(serial.floor()).times(SECONDS).toDecimalPlaces(0).toNumber() % SECONDS
}

function makeTime(_run: Run, hour: number, minute: number, second: number): ClockTime {
  const seconds = hour * 3600 + minute * 60 + second
  if (seconds < 0 || Math.max(hour, minute, second) > 32_767) throw new Fault(OUT_OF_RANGE)
  return new ClockTime((seconds % SECONDS) * 1000)
}

function timeOfText(_run: Run, text: string): ClockTime {
  const milliseconds = texts.readDateAndTime(text)?.milliseconds ?? texts.readTime(text)
  if (milliseconds === undefined) throw new Fault(NOT_A_DATE)
  return new ClockTime((Math.round(milliseconds / 1000) % SECONDS) * 1000)
}

function dateOfText(_run: Run, text: string): CalendarDate {
  const found = texts.readDateAndTime(text)
  if (!found) throw new Fault(NOT_A_DATE)
  return found.date
}

function monthAfter(start: CalendarDate, months: number): Civil {
  const { year, month, day } = civilOf(start.days)
  const index = year * 12 + month - 1 + months
  if (index < 1900 * 12 || index > 9999 * 12 + 11) throw new Fault(OUT_OF_RANGE)
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day }
}

function monthsLater(_run: Run, start: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = monthAfter(start, months)
  return made(year, month, Math.min(day, daysInMonth(year, month)))
}

function endOfMonth(_run: Run, start: CalendarDate, months: number): CalendarDate {
  const { year, month } = monthAfter(start, months)
  return made(year, month, daysInMonth(year, month))
}

function dayNumber(run: Run, value: Value): number {
  const isDay = value instanceof CalendarDate || value instanceof Instant
  if (isDay || typeof value === 'string') return fromDate(toDate(run, value))
  dateOfSerial(toNumber(run, value))
  return toInteger(run, value)
}

/** Whole years Y, months M or days D between dates; YM, YD and MD leave out the larger units. */
function dateDifference(_run: Run, start: CalendarDate, end: CalendarDate, unit: string): Value {
  if (end.days < start.days) throw new Fault(OUT_OF_RANGE)
  const from = civilOf(start.days)
  const to = civilOf(end.days)
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
  const counts: Readonly<Record<string, () => number>> = {
    D: () => end.days - start.days,
    M: () => months,
    Y: () => Math.floor(months / 12),
    YM: () => months % 12,
    MD: () => daysBeyondMonths(from, to, end.days),
    YD: () => daysBeyondYears(from, to, end.days),
  }
  const count = counts[unit.toUpperCase()]
  if (!count) throw new Fault(OUT_OF_RANGE)
  return new Decimal(count())
}

function daysBeyondMonths(from: Civil, to: Civil, end: number): number {
  if (to.day >= from.day) return to.day - from.day
  const first =
    to.month > 1 ? made(to.year, to.month - 1, 1) : made(to.year - 1, 12, 1)
  return end - first.days - (from.day - 1)
}

function daysBeyondYears(from: Civil, to: Civil, end: number): number {
  const earlier = to.month < from.month || (to.month === from.month && to.day < from.day)
  return end - (made(to.year - (earlier ? 1 : 0), from.month, 1).days + from.day - 1)
}

/** The day of the week, Monday as 0; before March 1900 spreadsheets are one day off. */
function weekDay(run: Run, value: Value): number {
  const isDay = value instanceof CalendarDate || value instanceof Instant
  if (isDay || typeof value === 'string') return mondayBased(toDate(run, value).days)
  return (serialOf(run, value).floor().toNumber() + 5) % 7
}

function mondayBased(days: number): number {
  return (((days + 3) % 7) + 7) % 7
}

function weekdayNumber(run: Run, value: Value, kind = 1): Value {
  const sundayFirst = (weekDay(run, value) + 1) % 7
  const from = (start: number): number => (((sundayFirst - start) % 7) + 7) % 7
  if (kind === 1) return new Decimal(sundayFirst + 1)
  if (kind === 2) return new Decimal(from(1) + 1)
  if (kind === 3) return new Decimal(from(1))
  if (kind >= 11 && kind <= 17) return new Decimal(from(kind - 10) + 1)
  throw new Fault(OUT_OF_RANGE)
}

function isoWeek(days: number): number {
  const thursday = days - mondayBased(days) + 3
  const first = made(civilOf(thursday).year, 1, 1).days
  return Math.floor((thursday - first) / 7) + 1
}

/** The week of the year: kind 1 from Sunday, 2 from Monday, 11 to 17, 21 ISO. */
function weekNumber(_run: Run, day: CalendarDate, kind = 1): Value {
  if (kind === 21) return new Decimal(isoWeek(day.days))
  const start = kind === 1 ? 6 : kind === 2 ? 0 : kind - 11
  if (start < 0 || start > 6) throw new Fault(OUT_OF_RANGE)
  const first = made(civilOf(day.days).year, 1, 1).days
  const offset = (mondayBased(first) - start + 7) % 7
  return new Decimal(Math.floor((day.days - first + offset) / 7) + 1)
}

export const DATES: Bodies = {
  TODAY: (run: Run) => toDate(run, run.context.now),
  NOW: (run: Run) => run.context.now,
  DATE: makeDate,
  YEAR: (run: Run, value: Value) => new Decimal(partsOf(run, value).year),
  MONTH: (run: Run, value: Value) => new Decimal(partsOf(run, value).month),
  DAY: (run: Run, value: Value) => new Decimal(partsOf(run, value).day),
  HOUR: (run: Run, value: Value) => new Decimal(Math.floor(secondOfDay(run, value) / 3600)),
  MINUTE: (run: Run, value: Value) => new Decimal(Math.floor(secondOfDay(run, value) / 60) % 60),
  SECOND: (run: Run, value: Value) => new Decimal(secondOfDay(run, value) % 60),
  TIME: makeTime,
  DATEVALUE: dateOfText,
  TIMEVALUE: timeOfText,
  EDATE: monthsLater,
  EOMONTH: endOfMonth,
  DAYS: (run: Run, end: Value, start: Value) =>
    new Decimal(dayNumber(run, end) - dayNumber(run, start)),
  DATEDIF: dateDifference,
  WEEKDAY: weekdayNumber,
  WEEKNUM: weekNumber,
  ISOWEEKNUM: (_run: Run, day: CalendarDate) => new Decimal(isoWeek(day.days)),
}
