import { describe, expect, test } from 'vitest'

import type { OfferedName } from './offered-names'
import { indexNames, placeBefore, toShown, toStored } from './shown-text'

const offer = (name: string, label: string, more: Partial<OfferedName> = {}): OfferedName => ({ name, label, type: 'decimal', ...more })
const NAMES = indexNames([
  offer('amount', '金额'),
  offer('order_total', 'Order total'),
  offer('customer.level', '客户.信用 等级', { steps: ['客户', '信用 等级'] }),
  offer('one', 'Twin'),
  offer('two', 'Twin'),
  offer('crossed', 'amount'),
  offer('odd', 'Weight [kg]'),
])

describe('names are shown by what they are called', () => {
  test.each([
    ['amount > 100', '金额 > 100'],
    ['order_total * amount', '[Order total] * 金额'],
    ['customer.level = "gold"', '客户.[信用 等级] = "gold"'],
    ['"amount" & amount', '"amount" & 金额'],
    ['SUM(amount, 2', 'SUM(金额, 2'],
  ])('%s', (stored, shown) => {
    expect(toShown(stored, NAMES).text).toBe(shown)
    expect(toStored(shown, NAMES).text).toBe(stored)
  })

  test.each(['one + two', 'crossed', 'odd', 'unknown.path'])('unless that would not be clear: %s', (stored) => {
    expect(toShown(stored, NAMES).text).toBe(stored)
    expect(toStored(stored, NAMES).text).toBe(stored)
  })
})

test('a place leads back to the same place', () => {
  const shown = toShown('amount > order_total + 1', NAMES)

  expect(shown.text).toBe('金额 > [Order total] + 1')
  expect([0, 2, 5, 18, 21, 22].map((place) => placeBefore(shown, place))).toEqual([0, 6, 9, 20, 23, 24])
})
