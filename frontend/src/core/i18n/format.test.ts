import { describe, expect, test } from 'vitest'

import {
  formatCompact,
  formatDate,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative, formatShortInstant,
} from './format'

describe('numbers', () => {
  test('a long decimal keeps every digit', () => {
    expect(formatNumber('1234567890123456.78', 'en', 2)).toBe('1,234,567,890,123,456.78')
  })

  test('large numbers are counted in 万 and 亿 in Chinese and in K and M in English', () => {
    expect(formatCompact('123456', 'zh-CN')).toBe('12.3万')
    expect(formatCompact('2345678901', 'zh-CN')).toBe('23.5亿')
    expect(formatCompact('123456', 'en')).toBe('123.5K')
  })

  test('money carries its sign and a fixed number of places', () => {
    expect(formatMoney('1200', 'zh-CN', 'CNY')).toBe('¥1,200.00')
    expect(formatMoney('1200.5', 'en', 'USD')).toBe('$1,200.50')
  })

  test('a percentage is a hundred times the stored value', () => {
    expect(formatPercent('0.125', 'en')).toBe('12.5%')
    expect(formatPercent('0.125', 'en', 0)).toBe('13%')
  })
})

describe('dates', () => {
  test('a plain date is the same day everywhere', () => {
    expect(formatDate('2026-11-23', 'zh-CN')).toBe('2026年11月23日')
    expect(formatDate('2026-11-23', 'en')).toBe('Nov 23, 2026')
  })

  test('an instant is shown in the zone asked for', () => {
    expect(formatInstant('2026-11-23T18:30:00Z', 'zh-CN', 'Asia/Shanghai')).toBe('2026年11月24日 02:30')
  })

  test.each([
    ['2026-11-23T11:58:00Z', '2 minutes ago'],
    ['2026-11-22T12:00:00Z', 'yesterday'],
    ['2026-11-23T11:59:50Z', 'now'],
  ])('%s is %s', (instant, words) => {
    expect(formatRelative(instant, 'en', new Date('2026-11-23T12:00:00Z'))).toBe(words)
  })
})

test('a short instant names no year', () => {
  expect(formatShortInstant('2026-11-23T05:07:00Z', 'zh-CN', 'Asia/Shanghai')).toBe('11/23 13:07')
  expect(formatShortInstant('2026-11-23T05:07:00Z', 'en', 'UTC')).toBe('11/23, 05:07')
})
