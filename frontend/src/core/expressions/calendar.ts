/** Days, civil dates and time zones by name, without the local zone of the machine. */

export const DAY = 86_400_000

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function civilOf(days: number): Civil {
  const moment = new Date(days * DAY)
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
  }
}

/** The day of a civil date; undefined where the calendar has no such day. */
export function daysOf(year: number, month: number, day: number): number | undefined {
  const moment = new Date(0)
  moment.setUTCFullYear(year, month - 1, day)
  const same = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return same && year >= 1 && year <= 9999 ? Math.round(moment.getTime() / DAY) : undefined
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** What the wall clock of a zone shows at an instant, as milliseconds since 1970-01-01 of that clock. */
export function toWallClock(instant: number, zone: string): number {
  if (zone === 'UTC') return instant
  const parts = new Map(clockOf(zone).formatToParts(instant).map((each) => [each.type, each.value]))
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const seconds = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  return seconds + (((instant % 1000) + 1000) % 1000)
}

/** The instant at which the wall clock of a zone shows a time; the earlier one where it shows it twice. */
export function fromWallClock(wall: number, zone: string): number {
  if (zone === 'UTC') return wall
  const before = wall - (toWallClock(wall - DAY, zone) - (wall - DAY))
  if (toWallClock(before, zone) === wall) return before
  const after = wall - (toWallClock(wall + DAY, zone) - (wall + DAY))
  return toWallClock(after, zone) === wall ? after : before
}
