import { describe, expect, test } from 'vitest'

import { shown, written } from './columns'

const TEXT = { isText: true }

describe('texts of cells', () => {
  test.each([
    ['高', '"高"'],
    ['gold, silver', '"gold", "silver"'],
    ['华东，华南', '"华东", "华南"'],
    ['"gold"', '"gold"'],
    ['not("gold")', 'not("gold")'],
    ['= level', '= level'],
    ['LEFT(?, 1) = "a"', 'LEFT(?, 1) = "a"'],
    ['-', '-'],
    ['', ''],
  ])('%s is kept as %s where texts are meant', (typed, kept) => {
    expect(written(typed, TEXT)).toBe(kept)
  })

  test('numbers stay what they are', () => {
    expect(written(' >= 25% ', { isText: false })).toBe('>= 25%')
  })

  test('a kept text reads without quotes, and is kept the same again', () => {
    expect(shown('"高"', TEXT)).toBe('高')
    expect(written(shown('"高"', TEXT), TEXT)).toBe('"高"')
    expect(shown('"a, b"', TEXT)).toBe('"a, b"')
  })
})
