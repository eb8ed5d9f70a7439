import { describe, expect, test } from 'vitest'

import { casesText, readCases } from './choice-cases'

describe('cases are written as an expression and read from it again', () => {
  test.each([
    '{"a", "b"}',
    'IF(total > 100, {"a"}, "")',
    'IF(total > 100 AND urgent = TRUE, {"a", "b"}, IF(status = "x", {"c"}, {"d"}))',
    'IF(total > 1 AND (a = 1 OR b = 2), {"a"}, "")',
  ])('%s', (text) => {
    const cases = readCases(text)
    expect(cases && casesText(cases)).toBe(text)
  })
})

test.each(['IF(total > 100, "", {"a"})', 'allowed', 'IF(total > 100, SUM(1), "")', '{1, 2}'])('what cases cannot show stays text: %s', (text) => {
  expect(readCases(text)).toBeUndefined()
})

test('cases that are not finished are left out', () => {
  expect(casesText({ cases: [{ when: '', values: ['a'] }, { when: 'x > 1', values: [] }], otherwise: [] })).toBe('')
})
