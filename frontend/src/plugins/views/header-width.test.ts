import { expect, test } from 'vitest'

import { headerWidth } from './header-width'

test.each([
  ['订单号', 87],
  ['Order', 86],
  ['', 60],
])('the column of %j is at least %i wide', (label, width) => {
  expect(headerWidth(label)).toBe(width)
})

test('a label as long as a sentence is cut', () => {
  expect(headerWidth('How often the customer was asked for the delivery date')).toBe(240)
})
