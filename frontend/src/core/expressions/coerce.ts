/**
 * Conversions between kinds of value while computing; what cannot be converted throws a fault. Blank is 0, ""
 * and FALSE. TRUE is 1. Dates are serial numbers only where a number is asked for.
 */
import { Decimal, ONE, ZERO } from './arithmetic'
import { DAY, fromWallClock, toWallClock } from './calendar'
import {
  Fault,
  NOT_A_BOOLEAN,
  NOT_A_DATE,
  NOT_A_NUMBER,
  NOT_ONE_VALUE,
  OUT_OF_RANGE,
} from './faults'
import type { Run } from './run'
import { fromDate, fromInstant, fromMilliseconds, toDate as dateOfDays, toInstant } from './serials'
import * as texts from './texts'
import {
  CalendarDate,
  ClockTime,
  Duration,
  ErrorValue,
  Instant,
  isMany,
  type Scalar,
  type Value,
} from './values'

const LARGEST_INTEGER = 1e15
const LAST_SERIAL = 2_958_466

/** The value, or the error it carries thrown. */
export function load(value: Value): Exclude<Value, ErrorValue> {
  if (value instanceof ErrorValue) throw new Fault(value)
  return value
}

export function toScalar(_run: Run, value: Value): Exclude<Scalar, ErrorValue> {
  if (isMany(value)) throw new Fault(NOT_ONE_VALUE)
  return load(value) as Exclude<Scalar, ErrorValue>
}

export function toNumber(run: Run, value: Value): Decimal {
  if (value === null) return ZERO
  if (value instanceof Decimal) return value
  if (typeof value === 'boolean') return value ? ONE : ZERO
  if (typeof value === 'string') return numberOfText(value)
  if (value instanceof Instant) return fromInstant(value, run.context.timezone)
  if (value instanceof CalendarDate) return new Decimal(fromDate(value))
  if (value instanceof ClockTime || value instanceof Duration) {
    return fromMilliseconds(value.milliseconds)
  }
  throw new Fault(value instanceof ErrorValue ? value : NOT_ONE_VALUE)
}

export function numberOfText(text: string): Decimal {
  const number = texts.readNumber(text)
  if (!number) throw new Fault(NOT_A_NUMBER)
  return number
}

/** A whole number; a fraction is cut off towards zero. */
export function toInteger(run: Run, value: Value): number {
  const number = toNumber(run, value)
  if (number.abs().gt(LARGEST_INTEGER)) throw new Fault(OUT_OF_RANGE)
  return number.trunc().toNumber()
}

export function toText(run: Run, value: Value): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Decimal) return texts.numberText(value)
  if (value instanceof Instant) return texts.instantText(value, run.context.timezone)
  if (value instanceof CalendarDate) return texts.dateText(value)
  if (value instanceof ClockTime) return texts.timeText(value)
  if (value instanceof Duration) return texts.durationText(value)
  throw new Fault(value instanceof ErrorValue ? value : NOT_ONE_VALUE)
}

/** A condition: numbers other than 0 are TRUE, of texts only TRUE and FALSE are known. */
export function toBoolean(run: Run, value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return !toNumber(run, value).isZero()
  const word = value.trim().toUpperCase()
  if (word !== 'TRUE' && word !== 'FALSE') throw new Fault(NOT_A_BOOLEAN)
  return word === 'TRUE'
}

/** A calendar date: an instant in the app's time zone, a number as a serial. */
export function toDate(run: Run, value: Value): CalendarDate {
  if (value instanceof CalendarDate) return value
  if (value instanceof Instant) {
    return new CalendarDate(Math.floor(toWallClock(value.milliseconds, run.context.timezone) / DAY))
  }
  if (typeof value !== 'string') return dateOfSerial(toNumber(run, value))
  const found = texts.readDateAndTime(value)
  if (found) return found.date
  const number = texts.readNumber(value)
  if (!number) throw new Fault(NOT_A_DATE)
  return dateOfSerial(number)
}

export function dateOfSerial(number: Decimal): CalendarDate {
  if (number.lt(0) || number.gte(LAST_SERIAL)) throw new Fault(OUT_OF_RANGE)
  return dateOfDays(number.floor().toNumber())
}

/** An instant; a date is its midnight in the app's time zone. */
export function toDatetime(run: Run, value: Value): Instant {
  if (value instanceof Instant) return value
  if (value instanceof CalendarDate) {
    return new Instant(fromWallClock(value.days * DAY, run.context.timezone))
  }
  const number = toNumber(run, value)
  if (number.lt(0) || number.gte(LAST_SERIAL)) throw new Fault(OUT_OF_RANGE)
  return toInstant(number, run.context.timezone)
}

/** The items of a list, of a table row by row, or the one value itself. */
export function toItems(value: Value): readonly Value[] {
  if (!isMany(value)) return [value]
  return value.some(isMany) ? value.flatMap((row) => (isMany(row) ? [...row] : [row])) : value
}

/** A table as rows; a list is one column. */
export function toRows(value: Value): readonly (readonly Value[])[] {
  if (!isMany(value)) return [[value]]
  return value.map((row) => (isMany(row) ? row : [row]))
}
