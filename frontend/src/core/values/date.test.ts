import { describe, expect, test } from 'vitest'

import { parseDate } from './date'
import { dayAt, instantAt, parseInstant, wallTime } from './instant'

const TODAY = '2026-11-23'

describe('days', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６－１－５', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['11/23/2026', '2026-11-23'],
    ['23/11/2026', '2026-11-23'],
    ['3/8', '2026-03-08'],
    ['3月8日', '2026-03-08'],
    ['5 Jan 2026', '2026-01-05'],
    ['5-Jan-2026', '2026-01-05'],
    ['January 5, 2026', '2026-01-05'],
  ])('%s is %s', (text, day) => {
    expect(parseDate(text, TODAY)).toEqual({ value: day })
  })

  test.each(['2026-02-30', '2026-13-01', 'tomorrow', '', '45'])('%s is no day', (text) => {
    expect(parseDate(text, TODAY)).toMatchObject({ issue: { code: 'entry.date.unreadable', params: { text } } })
  })
})

describe('instants', () => {
  test('the clock of the zone, there and back', () => {
    expect(wallTime('2026-11-23T18:30:00Z', 'Asia/Shanghai')).toBe('2026-11-24T02:30:00')
    expect(instantAt('2026-11-24T02:30:00', 'Asia/Shanghai')).toBe('2026-11-23T18:30:00Z')
  })

  test('summer time is honoured on both of its edges', () => {
    expect(instantAt('2026-07-01T12:00:00', 'America/New_York')).toBe('2026-07-01T16:00:00Z')
    expect(instantAt('2026-12-01T12:00:00', 'America/New_York')).toBe('2026-12-01T17:00:00Z')
  })

  test('midnight is hour zero of its day', () => {
    expect(wallTime('2026-11-23T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-24T00:00:00')
    expect(dayAt(new Date('2026-11-23T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-24')
  })

  test.each([
    ['2026-11-23 10:30', '2026-11-23T02:30:00Z'],
    ['2026/11/23 8:05:09', '2026-11-23T00:05:09Z'],
    ['2026年11月23日 10时30分', '2026-11-23T02:30:00Z'],
    ['2026-11-23', '2026-11-22T16:00:00Z'],
    ['2026-11-23T02:30:00Z', '2026-11-23T02:30:00Z'],
    ['2026-11-23T10:30:00+08:00', '2026-11-23T02:30:00Z'],
  ])('%s in Shanghai is %s', (text, instant) => {
    expect(parseInstant(text, 'Asia/Shanghai', TODAY)).toEqual({ value: instant })
  })

  test.each(['25:00', '2026-11-23 25:00', 'noon'])('%s is no instant', (text) => {
    expect(parseInstant(text, 'Asia/Shanghai', TODAY)).toMatchObject({ issue: { code: 'entry.datetime.unreadable' } })
  })
})
