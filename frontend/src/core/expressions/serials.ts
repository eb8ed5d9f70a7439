/**
 * Dates as serial numbers and back, in the 1900 system of spreadsheets: day 1 is 1900-01-01. The system
 * counts a 29 February 1900 that never was (serial 60); dates before it are shifted by one.
 */
import { Decimal } from './arithmetic'
import { DAY, fromWallClock, toWallClock } from './calendar'
import { CalendarDate, Duration, Instant } from './values'

const EPOCH = -25_569; // 1899-12-30
const FIRST_OF_MARCH = -25_508; // 1900-03-01

export function fromDate(date: CalendarDate): number {
  return date.days - EPOCH - (date.days < FIRST_OF_MARCH ? 1 : 0)
}

export function toDate(serial: number): CalendarDate {
  return new CalendarDate(EPOCH + serial + (serial < 61 ? 1 : 0))
}

export function fromMilliseconds(milliseconds: number): Decimal {
  return new Decimal(milliseconds).div(DAY)
}

/** A number of days as a duration, to the nearest microsecond. */
export function toDuration(days: Decimal): Duration {
  return new Duration(days.times(DAY).toDecimalPlaces(3).toNumber())
}

export function fromInstant(instant: Instant, zone: string): Decimal {
  const wall = toWallClock(instant.milliseconds, zone)
  const days = Math.floor(wall / DAY)
  return fromMilliseconds(wall - days * DAY).plus(fromDate(new CalendarDate(days)))
}

export function toInstant(serial: Decimal, zone: string): Instant {
  const whole = serial.floor()
  const midnight = toDate(whole.toNumber()).days * DAY
  const wall = midnight + toDuration(serial.minus(whole)).milliseconds
  return new Instant(fromWallClock(wall, zone))
}
