import { describe, expect, test } from 'vitest'

import { readDuration, writeDuration } from './duration'
import { readSchedule, writeSchedule } from './schedule'

test.each(['P1D', 'P14D', 'PT8H', 'PT90M', 'PT1M'])('%s is read and written the same', (text) => {
  expect(writeDuration(readDuration(text))).toBe(text)
})

test('a length is told in the largest unit that fits', () => {
  expect([readDuration('PT48H'), readDuration('P1DT1H'), readDuration('PT30S')]).toEqual([
    { amount: 2, unit: 'days' },
    { amount: 25, unit: 'hours' },
    { amount: 1, unit: 'minutes' },
  ])
})

describe('times a flow starts at', () => {
  test.each([
    ['15 * * * *', 'hourly'],
    ['0 9 * * *', 'daily'],
    ['30 8 * * 1', 'weekly'],
    ['0 7 1 * *', 'monthly'],
    ['0 9 * * 1-5', 'other'],
  ])('%s is %s and stays as it is', (cron, rhythm) => {
    const schedule = readSchedule(cron)
    expect(schedule.rhythm).toBe(rhythm)
    expect(writeSchedule(schedule)).toBe(cron)
  })
})
