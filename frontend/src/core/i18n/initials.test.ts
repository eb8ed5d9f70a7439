import { expect, test } from 'vitest'

import { initials } from './initials'

test.each([
  ['李娜', '李娜'],
  ['王小明', '小明'],
  ['Li Na', 'LN'],
  ['Anna van der Berg', 'AB'],
  ['admin', 'A'],
  ['', ''],
])('%s is shown as %s', (name, shown) => {
  expect(initials(name)).toBe(shown)
})
