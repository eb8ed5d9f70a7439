/** The browser's reading of expression texts against the trees the server made of them. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { Decimal } from './arithmetic'
import { isFault, parse } from './parse'
import { print } from './print'
import { tokensOf } from './tokens'
import type { Tree } from './tree'

interface Vector {
  readonly id: string
  readonly expression?: string
  readonly formula?: string
  readonly tree: Tree
}

const FOLDER = resolve(import.meta.dirname, '../../../../tests/conformance')
const VECTORS = ['expressions', 'formulas'].flatMap((area) => JSON.parse(readFileSync(`${FOLDER}/${area}/trees.json`, 'utf-8')) as Vector[])
const WITH_TEXT = VECTORS.filter(({ expression }) => expression !== undefined)

/** Numbers by what they are worth: the server writes them out to 38 digits. */
function comparable(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(comparable)
  if (typeof tree !== 'object' || tree === null) return tree
  if ('number' in tree) return new Decimal(String(tree.number)).toSignificantDigits(38).toString()
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, comparable(value)]))
}

test('every vector is read as on the server', () => {
  const different = WITH_TEXT.filter(({ expression = '', tree }) => JSON.stringify(comparable(parse(expression))) !== JSON.stringify(comparable(tree)))

  expect(WITH_TEXT.length).toBeGreaterThan(300)
  expect(different.map(({ id, expression }) => [id, expression, JSON.stringify(parse(expression ?? ''))])).toEqual([])
})

test('what is printed is read as the same tree again', () => {
  for (const { tree } of VECTORS) expect(comparable(parse(print(tree)))).toEqual(comparable(tree))
})

describe('a fault tells its place', () => {
  test.each([
    ['a >', 'expression.syntax.unfinished', 3, 3],
    ['a > )', 'expression.syntax.unexpected', 4, 5],
    ['name = "open', 'expression.syntax.unclosed', 7, 12],
    ['a b', 'expression.syntax.unexpected', 2, 3],
    ['  ', 'expression.source.empty', 0, 2],
    ['SUM(1, 2', 'expression.syntax.unfinished', 8, 8],
    [`${'('.repeat(70)}1`, 'expression.tree.too_deep', 64, 65],
  ])('%s', (text, code, start, end) => {
    const fault = parse(text)
    expect(isFault(fault) && [fault.code, fault.start, fault.end]).toEqual([code, start, end])
  })
})

test('any text is cut into words that cover it', () => {
  for (const text of ['amount >', '1 2 3', '金额＞100 且', '"a" "b', '[a', '??', 'a.b.c', 'NOT a AND NOT(b)']) {
    const covered = tokensOf(text).reduce((rest, { text: word }) => rest.replace(word, ''), text)
    expect(covered.trim()).toBe('')
  }
})
