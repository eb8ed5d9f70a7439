/**
 * What the operators mean for values of any kind. Over lists they work item by item.
 *
 * A date plus a number is a date (whole days count), an instant plus a number an instant, a date plus a time of
 * day an instant, a difference of dates a number of days. Comparison puts numbers before texts before booleans,
 * texts without case and by code point; a blank equals 0, "" and FALSE.
 */
import { type Decimal, fromFloat, LARGEST_EXPONENT, ZERO } from './arithmetic'
import { DAY, fromWallClock } from './calendar'
import { load, toNumber, toText } from './coerce'
import { DIVISION_BY_ZERO, Fault, NOT_ONE_VALUE, OUT_OF_RANGE, SIZES_DIFFER } from './faults'
import { bounded, type Run } from './run'
import { toDuration } from './serials'
import { CalendarDate, ClockTime, Duration, Instant, isMany, type Value } from './values'

export type Binary = (run: Run, left: Value, right: Value) => Value
export type Unary = (run: Run, value: Value) => Value

type Temporal = CalendarDate | Instant | ClockTime | Duration

function isTemporal(value: Value): value is Temporal {
  return isDay(value) || value instanceof ClockTime || value instanceof Duration
}

function isDay(value: Value): value is CalendarDate | Instant {
  return value instanceof CalendarDate || value instanceof Instant
}

/** Refuse a magnitude that no spreadsheet shows. */
export function finite(number: Decimal): Decimal {
  if (!number.isFinite() || number.e > LARGEST_EXPONENT) throw new Fault(OUT_OF_RANGE)
  return number
}

/** Let an operation of single values work item by item where a list stands. */
function overLists(operation: Binary): Binary {
  const spread: Binary = (run, left, right) =>
    isMany(left) || isMany(right)
      ? eachWithEach(run, spread, left, right)
      : operation(run, left, right)
  return spread
}

function eachWithEach(run: Run, operation: Binary, left: Value, right: Value): Value {
  if (isMany(left) && isMany(right) && left.length !== right.length) throw new Fault(SIZES_DIFFER)
  const length = isMany(left) ? left.length : isMany(right) ? right.length : 0
  run.spend(length)
  return Array.from({ length }, (_, place) =>
    capture(() => operation(run, itemAt(left, place), itemAt(right, place))),
  )
}

function itemAt(value: Value, place: number): Value {
  return isMany(value) ? (value[place] ?? null) : value
}

/** What a computation gives, an error as a value. */
export function capture(compute: () => Value): Value {
  try {
    return compute()
  } catch (fault) {
    if (fault instanceof Fault) return fault.error
    throw fault
  }
}

const add = overLists((run, left, right) =>
  isTemporal(left) || isTemporal(right)
    ? addTimes(run, load(left), load(right))
    : finite(toNumber(run, left).plus(toNumber(run, right))),
)

const subtract = overLists((run, left, right) =>
  isTemporal(left)
    ? subtractFromTime(run, left, load(right))
    : finite(toNumber(run, left).minus(toNumber(run, right))),
)

const multiply = overLists((run, left, right) =>
  finite(toNumber(run, left).times(toNumber(run, right))),
)

const divide = overLists((run, left, right) => {
  const dividend = toNumber(run, left)
  const divisor = toNumber(run, right)
  if (divisor.isZero()) throw new Fault(DIVISION_BY_ZERO)
  return finite(dividend.div(divisor))
})

const power = overLists((run, left, right) => powerOf(toNumber(run, left), toNumber(run, right)))

/** Raise to a power: exactly for whole exponents, else in floating point at 15 digits. 0^0 is #NUM!. */
export function powerOf(number: Decimal, exponent: Decimal): Decimal {
  if (number.isZero()) {
    if (exponent.lt(0)) throw new Fault(DIVISION_BY_ZERO)
    if (exponent.isZero()) throw new Fault(OUT_OF_RANGE)
    return number
  }
  if (exponent.isInteger()) return finite(number.pow(exponent))
  if (number.lt(0)) throw new Fault(OUT_OF_RANGE)
  return ofFloat(number.toNumber() ** exponent.toNumber())
}

/** The result of a float computation, or #NUM! where there is none. */
export function ofFloat(number: number): Decimal {
  if (!Number.isFinite(number)) throw new Fault(OUT_OF_RANGE)
  return fromFloat(number)
}

const negate: Unary = (run, value) =>
  isMany(value) ? value.map((each) => negate(run, each)) : ZERO.minus(toNumber(run, value))

const plus: Unary = (_run, value) => load(value)

const percent: Unary = (run, value) =>
  isMany(value) ? value.map((each) => percent(run, each)) : toNumber(run, value).times('0.01')

const concatenate = overLists((run, left, right) =>
  bounded(toText(run, left) + toText(run, right)),
)

const comparing = (holds: (order: number) => boolean): Binary =>
  overLists((run, left, right) => holds(compare(run, left, right)))

/** -1, 0 or 1. Numbers, dates and times come before texts, texts before booleans. */
export function compare(run: Run, left: Value, right: Value): number {
  let one: Value = load(left)
  let other: Value = load(right)
  if (one === null) one = blankLike(other)
  if (other === null) other = blankLike(one)
  const difference = rank(one) - rank(other)
  if (difference !== 0) return Math.sign(difference)
  if (typeof one === 'string' && typeof other === 'string') {
    return compareTexts(fold(one), fold(other))
  }
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other)
  return toNumber(run, one).comparedTo(toNumber(run, other))
}

/** A text as comparisons see it: in lower case. */
export function fold(text: string): string {
  return text.toLowerCase()
}

/** Order by code point, as the server does; JavaScript's own order is by UTF-16 unit. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  const one = [...left]
  const other = [...right]
  for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
    const difference = (one[place]?.codePointAt(0) ?? 0) - (other[place]?.codePointAt(0) ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return Math.sign(one.length - other.length)
}

function rank(value: Value): number {
  if (typeof value === 'boolean') return 2
  if (isMany(value)) throw new Fault(NOT_ONE_VALUE)
  return typeof value === 'string' ? 1 : 0
}

function blankLike(value: Value): Value {
  if (typeof value === 'boolean') return false
  return typeof value === 'string' ? '' : ZERO
}

function addTimes(run: Run, left: Value, right: Value): Value {
  if (left instanceof Duration && right instanceof Duration) {
    return new Duration(left.milliseconds + right.milliseconds)
  }
  if (isDay(left)) return after(run, left, right)
  if (isDay(right)) return after(run, right, left)
  if (left instanceof ClockTime && right instanceof Duration) return later(left, right)
  if (right instanceof ClockTime && left instanceof Duration) return later(right, left)
  return finite(toNumber(run, left).plus(toNumber(run, right)))
}

/** Move a date or instant: by a time of day or duration to an instant, by a number by its days. */
function after(run: Run, moment: CalendarDate | Instant, amount: Value, sign: 1 | -1 = 1): Value {
  if (isDay(amount)) return finite(toNumber(run, moment).plus(toNumber(run, amount)))
  const days = toNumber(run, amount).times(sign)
  const milliseconds = toDuration(days).milliseconds
  if (moment instanceof Instant) return new Instant(moment.milliseconds + milliseconds)
  if (amount instanceof ClockTime || amount instanceof Duration) {
    return new Instant(fromWallClock(moment.days * DAY + milliseconds, run.context.timezone))
  }
  return new CalendarDate(moment.days + days.floor().toNumber())
}

function subtractFromTime(run: Run, left: Temporal, right: Value): Value {
  if (left instanceof Duration && right instanceof Duration) {
    return new Duration(left.milliseconds - right.milliseconds)
  }
  if (isDay(left) && !isDay(right)) return after(run, left, right, -1)
  return finite(toNumber(run, left).minus(toNumber(run, right)))
}

function later(moment: ClockTime, duration: Duration): ClockTime {
  const milliseconds = (moment.milliseconds + duration.milliseconds) % DAY
  return new ClockTime((milliseconds + DAY) % DAY)
}

export const BINARY: Readonly<Record<string, Binary>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '^': power,
  '&': concatenate,
  '=': comparing((order) => order === 0),
  '<>': comparing((order) => order !== 0),
  '<': comparing((order) => order < 0),
  '<=': comparing((order) => order <= 0),
  '>': comparing((order) => order > 0),
  '>=': comparing((order) => order >= 0),
}

export const UNARY: Readonly<Record<string, Unary>> = { negate, plus, percent }
