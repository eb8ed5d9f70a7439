/** Days as text, counted and laid out in weeks and months. A day has no zone and never shifts. */
export type Day = string

const MILLISECONDS = 86_400_000

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

export function addDays(day: Day, count: number): Day {
  return new Date(timeOf(day) + count * MILLISECONDS).toISOString().slice(0, 10)
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((timeOf(to) - timeOf(from)) / MILLISECONDS)
}

/** The same day of another month, its last where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The first day of the week a day is in; weeks begin on Monday (1) or Sunday (0). */
export function weekStart(day: Day, first: 0 | 1): Day {
  const weekday = new Date(timeOf(day)).getUTCDay()
  return addDays(day, -((weekday - first + 7) % 7))
}

export function weekOf(day: Day, first: 0 | 1): readonly Day[] {
  return daysFrom(weekStart(day, first), 7)
}

/** The whole weeks that a month touches. */
export function monthOf(day: Day, first: 0 | 1): readonly Day[] {
  const begin = weekStart(`${day.slice(0, 7)}-01`, first)
  const last = addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
  return daysFrom(begin, Math.ceil((daysBetween(begin, last) + 1) / 7) * 7)
}

function daysFrom(day: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, at) => addDays(day, at))
}
