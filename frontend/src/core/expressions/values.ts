/** The values formulas compute with in the browser: the twin of the server's closed set. Blank is null. */
import type { Decimal } from './arithmetic'

/** An error as a value: a code such as `#DIV/0!` and the message code of its cause. */
export class ErrorValue {
  readonly code: string
  readonly cause: string

  constructor(code: string, cause: string) {
    this.code = code
    this.cause = cause
  }
}

/** A calendar day, as days since 1970-01-01. */
export class CalendarDate {
  readonly days: number

  constructor(days: number) {
    this.days = days
  }
}

/** An instant, as milliseconds since 1970-01-01 UTC. */
export class Instant {
  readonly milliseconds: number

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds
  }
}

/** A time of day, as milliseconds since midnight. */
export class ClockTime {
  readonly milliseconds: number

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds
  }
}

export class Duration {
  readonly milliseconds: number

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds
  }
}

export type Scalar =
  | null
  | boolean
  | string
  | Decimal
  | CalendarDate
  | Instant
  | ClockTime
  | Duration
  | ErrorValue

/** Lists are arrays; a table is an array of arrays. */
export type Value = Scalar | readonly Value[]

export function isMany(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}
