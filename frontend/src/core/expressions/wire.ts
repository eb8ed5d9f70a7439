/** Values between the wire and formulas: decimals as text, dates and instants in ISO form, money exact. */
import { Decimal } from './arithmetic'
import { daysOf } from './calendar'
import { dateText, numberText } from './texts'
import { CalendarDate, ErrorValue, Instant, isMany, type Value } from './values'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** How a wire value is read: by the kind of the field it comes from. */
export type WireKind = 'number' | 'date' | 'datetime' | 'other'

export function fromWire(kind: WireKind, value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return new Decimal(value)
  if (Array.isArray(value)) return value.map((item) => fromWire(kind, item))
  if (typeof value !== 'string') return idOf(value)
  if (kind === 'number') return new Decimal(value)
  if (kind === 'date') return dateOf(value) ?? value
  return kind === 'datetime' ? instantOf(value) : value
}

/** An expanded link counts as its id. */
function idOf(value: object): Value {
  return 'id' in value && typeof value.id === 'string' ? value.id : null
}

function dateOf(text: string): CalendarDate | undefined {
  const [, year, month, day] = DATE.exec(text) ?? []
  const days = daysOf(Number(year), Number(month), Number(day))
  return days === undefined ? undefined : new CalendarDate(days)
}

function instantOf(text: string): Value {
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? text : new Instant(milliseconds)
}

/** The wire form of a result; not for errors, which have none. */
export function toWire(value: Exclude<Value, ErrorValue>): unknown {
  if (value instanceof Decimal) return numberText(value)
  if (value instanceof CalendarDate) return dateText(value)
  if (value instanceof Instant) return new Date(value.milliseconds).toISOString()
  if (isMany(value)) return value.map((item) => (item instanceof ErrorValue ? null : toWire(item)))
  return value
}
