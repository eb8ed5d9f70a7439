import { describe, expect, test } from 'vitest'

import { sumOf, withScale } from './decimal'
import { parseDecimal, parseInteger, parsePercent, readNumber } from './number'

describe('typed and pasted numbers', () => {
  test.each([
    ['1234.5', '1234.5'],
    ['1,234,567.89', '1234567.89'],
    ['¥ 1,200', '1200'],
    ['￥１２．５', '12.5'],
    ['$ 3.00', '3'],
    ['-8', '-8'],
    ['(1,250.00)', '-1250'],
    ['25%', '0.25'],
    ['1.2万', '12000'],
    ['3亿', '300000000'],
    ['.5', '0.5'],
    ['1e3', '1000'],
    ['12 元', '12'],
    ['12345678901234567890123456789.123456789', '12345678901234567890123456789.123456789'],
  ])('%s is %s', (text, number) => {
    expect(readNumber(text)?.toFixed()).toBe(number)
  })

  test.each(['', 'abc', '1,23', '12,34,567', '1.2.3', '--5', '1-2', '十二'])('%s is no number', (text) => {
    expect(readNumber(text)).toBeNull()
  })

  test('a decimal is rounded to its scale, halves away from zero', () => {
    expect(parseDecimal('2.345', 2)).toEqual({ value: '2.35' })
    expect(parseDecimal('-2.345', 2)).toEqual({ value: '-2.35' })
    expect(parseDecimal('7', 2)).toEqual({ value: '7.00' })
  })

  test('a whole number has no fraction and fits', () => {
    expect(parseInteger('1,024')).toEqual({ value: 1024 })
    expect(parseInteger('1.5')).toMatchObject({ issue: { code: 'entry.integer.fraction', params: { text: '1.5' } } })
    expect(parseInteger('99999999999999999999')).toMatchObject({ issue: { code: 'entry.integer.size' } })
  })

  test('in a column of percentages a bare number means percent', () => {
    expect(parsePercent('25', 4)).toEqual({ value: '0.2500' })
    expect(parsePercent('25%', 4)).toEqual({ value: '0.2500' })
  })
})

describe('exact sums', () => {
  test('no digit is lost', () => {
    expect(sumOf(['0.1', '0.2', null, 3, 'n/a'])).toBe('3.3')
    expect(sumOf(['99999999999999999.99', '0.01'])).toBe('100000000000000000')
  })

  test('places are added as a field keeps them', () => {
    expect(withScale('3.3', 2)).toBe('3.30')
    expect(withScale('', 2)).toBe('')
  })
})
