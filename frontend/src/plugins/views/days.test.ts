import { expect, test } from 'vitest'

import { addDays, addMonths, daysBetween, monthOf, weekOf } from './days'

test('a month is shown in whole weeks, beginning as the app counts', () => {
  const days = monthOf('2026-11-23', 1)

  expect([days[0], days.at(-1), days.length]).toEqual(['2026-10-26', '2026-12-06', 42])
  expect(monthOf('2026-11-23', 0)[0]).toBe('2026-11-01')
  expect(monthOf('2027-02-10', 1)).toHaveLength(28)
})

test('weeks, days and months are counted over the ends of years and of short months', () => {
  expect(weekOf('2027-01-01', 1)[0]).toBe('2026-12-28')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
})
