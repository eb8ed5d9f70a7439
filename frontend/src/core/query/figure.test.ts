import { describe, expect, test } from 'vitest'

import type { AnswerColumn } from './answer'
import { changeRatio, fullFigure, markFigure, shortFigure } from './figure'

const COUNT: AnswerColumn = { id: 'n', role: 'measure', label: {}, kind: 'number', scale: 0 }
const MONEY: AnswerColumn = { id: 'm', role: 'measure', label: {}, kind: 'money', scale: 2, currency: 'CNY' }
const RATE: AnswerColumn = { id: 'r', role: 'measure', label: {}, kind: 'percent', scale: 4 }

describe('a figure in short', () => {
  test.each([
    ['739514.81', MONEY, '¥73.95万', '¥739.5K'],
    ['123456789.00', MONEY, '¥1.23亿', '¥123.5M'],
    ['-25000', COUNT, '-2.5万', '-25K'],
    ['9999', COUNT, '9,999', '10K'],
    ['398', COUNT, '398', '398'],
    ['0.8716', RATE, '87.2%', '87.2%'],
    [null, COUNT, '–', '–'],
  ])('%s', (value, column, chinese, english) => {
    expect(shortFigure(value, column, 'zh-CN')).toBe(chinese)
    expect(shortFigure(value, column, 'en')).toBe(english)
  })

  test('a unit the author fixed holds in both languages and in full figures', () => {
    const fixed: AnswerColumn = { ...COUNT, format: { unit: 'wan', scale: 1, suffix: { zh: '件', en: ' pcs' } } }

    expect(fullFigure('1234567', fixed, 'zh-CN')).toBe('123.5万件')
    expect(shortFigure('500', { ...COUNT, format: { unit: 'none' } }, 'zh-CN')).toBe('500')
  })

  test('beside a mark it has no places finer than its size', () => {
    expect(markFigure('9642.59', MONEY, 'zh-CN')).toBe('¥9,643')
    expect(markFigure('6.01', { ...COUNT, scale: 2 }, 'zh-CN')).toBe('6.01')
  })
})

test('a full figure keeps every digit', () => {
  expect(fullFigure('12345678901234567.89', MONEY, 'en')).toBe('¥12,345,678,901,234,567.89')
  expect(fullFigure('0.87164', { ...RATE, format: { style: 'percent', scale: 2 } }, 'en')).toBe('87.16%')
})

test.each([
  ['120', '100', '0.2'],
  ['80', '-100', '1.8'],
  ['1', '0', null],
  ['1', null, null],
])('from %s against %s the change is %s', (now, before, ratio) => {
  expect(changeRatio(now, before)).toBe(ratio)
})
