/** Periods of dates: their first and last day, and what choosing one means as a condition. Days are plain texts. */
import type { QueryFilter } from '@/generated/metadata'

export type Span = readonly [from: string, to: string]

/** What a period filter holds: an operator with its unit or its two days. */
export interface Period {
  readonly operator: 'last' | 'this' | 'previous' | 'to_date' | 'between'
  readonly n?: number
  readonly unit?: NonNullable<QueryFilter['unit']>
  readonly value?: Span
  readonly complete?: boolean
}

/** The periods offered by name, in order. */
export const PRESETS: Readonly<Record<string, Period>> = {
  this_month: { operator: 'this', unit: 'month' },
  previous_month: { operator: 'previous', unit: 'month' },
  this_quarter: { operator: 'this', unit: 'quarter' },
  previous_quarter: { operator: 'previous', unit: 'quarter' },
  this_year: { operator: 'this', unit: 'year' },
  previous_year: { operator: 'previous', unit: 'year' },
  year_to_date: { operator: 'to_date', unit: 'year' },
  last_7_days: { operator: 'last', n: 7, unit: 'day' },
  last_30_days: { operator: 'last', n: 30, unit: 'day' },
  last_12_months: { operator: 'last', n: 12, unit: 'month' },
}

/** The name of a period that is one of those offered. */
export function presetOf(period: Period | null): string | undefined {
  if (period === null) return undefined
  return Object.keys(PRESETS).find((name) => {
    const { operator, n, unit } = PRESETS[name] ?? {}
    return operator === period.operator && n === period.n && unit === period.unit && period.complete !== true
  })
}

/** First and last day of the period of a grain that begins with a value such as 2026-11-01 or 2026-11. */
export function spanOf(value: string, grain: string): Span | null {
  const start = startOf(value, grain)
  if (start === null) return null
  const [year, month, day] = start.split('-').map(Number) as [number, number, number]
  switch (grain) {
    case 'year':
      // A fiscal year begins in a month of its own.
      return [start, dayText(year + 1, month, 0)]
    case 'quarter':
      return [start, dayText(year, month + 3, 0)]
    case 'month':
      return [start, dayText(year, month + 1, 0)]
    case 'week':
      return [start, dayText(year, month, day + 6)]
    default:
      return [start, start]
  }
}

function startOf(value: string, grain: string): string | null {
  const quarter = /^(\d{4})-?Q([1-4])$/.exec(value)
  if (quarter) return dayText(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 1)
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value) ?? []
  if (year === undefined || (grain === 'week' && day === undefined)) return null
  return dayText(Number(year), Number(month ?? '1'), Number(day ?? '1'))
}

/** Days and months may lie outside their range and carry over. */
function dayText(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
