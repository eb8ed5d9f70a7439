/** Instants as people read them: the wall clock of a zone, there and back. On the wire an instant is UTC. */
import { parseDate, twoDigits } from './date'
import { isUnreadable, parsed, unreadable, type Parsed } from './parsed'

const CLOCK = /^(.*?)[\sT]+(\d{1,2})[:时](\d{2})(?:[:分](\d{2})秒?(?:\.\d+)?)?分?$/
const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/

const formats = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-23T10:11:05` as the clock of the zone shows it. */
export function wallTime(instant: string, zone: string): string {
  const parts = Object.fromEntries(clockFormat(zone).formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const { year, month, day, hour, minute, second } = parts
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`
}

/** `2026-11-23 10:11`, short enough for a cell and as wide as any other. */
export function wallMinute(instant: string, zone: string): string {
  return wallTime(instant, zone).slice(0, 16).replace('T', ' ')
}

/** The instant at which the clock of the zone shows this; in a skipped hour the one it jumps to. */
export function instantAt(wall: string, zone: string): string {
  const guess = Date.parse(`${wall}Z`)
  const first = guess - offsetAt(guess, zone)
  const exact = guess - offsetAt(first, zone)
  return new Date(exact).toISOString().replace('.000Z', 'Z')
}

/** The day it is in the zone. */
export function dayAt(now: Date, zone: string): string {
  return wallTime(now.toISOString(), zone).slice(0, 10)
}

/** Milliseconds the zone is ahead of UTC at an instant. */
function offsetAt(time: number, zone: string): number {
  const whole = Math.floor(time / 1000) * 1000
  return Date.parse(`${wallTime(new Date(whole).toISOString(), zone)}Z`) - whole
}

function clockFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  const format = new Intl.DateTimeFormat('en-CA', { ...digits, hourCycle: 'h23', timeZone: zone })
  formats.set(zone, format)
  return format
}

/** A day with a clock time, or a day alone (its midnight), on the clock of the zone; a full ISO instant as it is. */
export function parseInstant(text: string, zone: string, today: string): Parsed {
  const plain = text.normalize('NFKC').trim()
  if (HAS_ZONE.test(plain) && !Number.isNaN(Date.parse(plain))) return parsed(new Date(plain).toISOString().replace('.000Z', 'Z'))
  const [, dayPart = plain, hour = '0', minute = '00', second = '00'] = CLOCK.exec(plain) ?? []
  const day = parseDate(dayPart, today)
  if (isUnreadable(day) || !isClock(hour, minute, second)) return unreadable('entry.datetime.unreadable', { text })
  return parsed(instantAt(`${String(day.value)}T${twoDigits(Number(hour))}:${minute}:${second}`, zone))
}

function isClock(hour: string, minute: string, second: string): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}
