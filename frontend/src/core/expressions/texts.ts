/** Texts that read as numbers, dates and times, and numbers, dates and times as text. */
import { Decimal, LARGEST_EXPONENT } from './arithmetic'
import { civilOf, DAY, daysOf, toWallClock } from './calendar'
import { fromDate, fromMilliseconds } from './serials'
import { CalendarDate, ClockTime, type Duration, type Instant } from './values'

const EXACT_DIGITS = 18
const SHOWN_DIGITS = 15
const NUMBER =
  /^(?<sign>[+-]?)\s*[$€£¥]?\s*(?<body>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?<exponent>[eE][+-]?\d{1,4})?\s*[$€£¥]?(?<percent>%?)$/
const DATE =
  /^(?:(?<y>\d{4})(?:[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|年(?<cm>\d{1,2})月(?<cd>\d{1,2})日)|(?<um>\d{1,2})\/(?<ud>\d{1,2})\/(?<uy>\d{4})|(?<wd>\d{1,2})[- ](?<wm>[A-Za-z]{3,9})[- ](?<wy>\d{4}))$/
const TIME =
  /^(?<h>\d{1,4}):(?<m>\d{1,2})(?::(?<s>\d{1,2})(?:\.(?<f>\d{1,6}))?)?\s*(?<half>[AaPp][Mm])?$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export function normal(text: string): string {
  return text.normalize('NFKC').trim()
}

/** Read a text as a number: thousands commas, percent, currency signs; dates and times as serials. */
export function readNumber(text: string): Decimal | undefined {
  const plain = normal(text)
  const found = NUMBER.exec(plain)?.groups
  if (!found) return readSerial(plain)
  const digits = (found['body'] ?? '').replaceAll(',', '').replace(/\.$/, '')
  const number = new Decimal(`${found['sign']}${digits}${found['exponent'] ?? ''}`)
  if (!number.isZero() && Math.abs(number.e) > LARGEST_EXPONENT) return undefined
  const value = found['percent'] ? number.div(100) : number
  return value.toSignificantDigits(38)
}

/** Read a calendar date: 2024-02-29, 2024/2/29, 2024年2月29日, 2/29/2024, 29-Feb-2024. */
export function readDate(text: string): CalendarDate | undefined {
  const found = DATE.exec(normal(text))?.groups
  if (!found) return undefined
  const month = found['m'] ?? found['cm'] ?? found['um'] ?? monthOf(found['wm'] ?? '')
  const day = found['d'] ?? found['cd'] ?? found['ud'] ?? found['wd']
  const year = found['y'] ?? found['uy'] ?? found['wy']
  const days = daysOf(Number(year), Number(month), Number(day))
  return days === undefined ? undefined : new CalendarDate(days)
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

/** Read a time of day such as 13:30 or 1:30:15 PM as milliseconds. */
export function readTime(text: string): number | undefined {
  const found = TIME.exec(normal(text))?.groups
  if (!found) return undefined
  let hours = Number(found['h'])
  const minutes = Number(found['m'])
  const seconds = Number(found['s'] ?? 0)
  if (minutes > 59 || seconds > 59) return undefined
  if (found['half']) {
    if (hours < 1 || hours > 12) return undefined
    hours = (hours % 12) + (found['half'].toUpperCase() === 'PM' ? 12 : 0)
  }
  const fraction = Number((found['f'] ?? '').padEnd(6, '0')) / 1000
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction
}

export interface DateAndTime {
  readonly date: CalendarDate
  readonly milliseconds: number
}

/** Read a date with an optional time of day after a space or T. */
export function readDateAndTime(text: string): DateAndTime | undefined {
  const plain = normal(text)
  const day = readDate(plain)
  if (day) return { date: day, milliseconds: 0 }
  const [first, second] = splitClock(plain.replace('T', ' '))
  const date = readDate(first)
  const milliseconds = readTime(second)
  return date && milliseconds !== undefined ? { date, milliseconds } : undefined
}

/** The text before the time of day, and the time with its AM or PM. */
function splitClock(text: string): [string, string] {
  const [first, second] = splitLast(text)
  if (!['AM', 'PM'].includes(second.toUpperCase())) return [first, second]
  const [earlier, hours] = splitLast(first)
  return [earlier, `${hours} ${second}`]
}

function splitLast(text: string): [string, string] {
  const place = text.lastIndexOf(' ')
  return place < 0 ? ['', text] : [text.slice(0, place), text.slice(place + 1)]
}

function readSerial(text: string): Decimal | undefined {
  const found = readDateAndTime(text)
  if (found) return fromMilliseconds(found.milliseconds).plus(fromDate(found.date))
  const milliseconds = readTime(text)
  return milliseconds === undefined ? undefined : fromMilliseconds(milliseconds)
}

/** Write a number: exactly up to 18 significant digits, longer ones rounded to 15, E far from the point. */
export function numberText(number: Decimal): string {
  if (number.isZero()) return '0'
  const value = number.sd() > EXACT_DIGITS ? number.toSignificantDigits(SHOWN_DIGITS) : number
  if (value.e > -10 && value.e < 21) return value.toFixed()
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string]
  return `${mantissa}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`
}

const two = (number: number): string => String(number).padStart(2, '0')

export function dateText(date: CalendarDate): string {
  const { year, month, day } = civilOf(date.days)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

export function timeText(time: ClockTime): string {
  const seconds = Math.floor(time.milliseconds / 1000)
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** Write an instant as the wall clock of a zone shows it: 2024-02-29 13:30:00. */
export function instantText(instant: Instant, zone: string): string {
  const wall = toWallClock(instant.milliseconds, zone)
  const days = Math.floor(wall / DAY)
  return `${dateText(new CalendarDate(days))} ${timeText(new ClockTime(wall - days * DAY))}`
}

/** Write a duration as hours, minutes and seconds: 26:05:00. */
export function durationText(duration: Duration): string {
  const seconds = Math.round(Math.abs(duration.milliseconds) / 1000)
  const sign = duration.milliseconds < 0 ? '-' : ''
  return `${sign}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
