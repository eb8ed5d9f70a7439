import { expect, test } from 'vitest'

import { parse } from '../expressions/parse'
import type { Value } from '../values/value'
import { candidateFilter } from './candidates'

const VALUES: Readonly<Record<string, Value>> = { customer: { id: 'c-1', title: 'Acme' }, amount: '12.50', due: '2026-02-01', urgent: true, kind: 'a "b"', nothing: null }
const TYPES: Readonly<Record<string, string>> = { amount: 'money', due: 'date' }
const filter = (text: string) => candidateFilter(parse(text), (name) => VALUES[name], (name) => TYPES[name])

test.each([
  ['customer = record.customer', 'customer = "c-1"'],
  ['limit >= record.amount AND NOT closed', 'AND(limit >= 12.50, NOT(closed))'],
  ['begins <= record.due', 'begins <= DATE(2026, 2, 1)'],
  ['fast = record.urgent', 'fast = TRUE'],
  ['kind = record.kind', 'kind = "a ""b"""'],
  ['customer = record.nothing', 'customer = ""'],
  ['active', 'active'],
])('%s is asked as %s', (text, asked) => expect(filter(text)).toBe(asked))

test.each(['customer = record.customer.parent', 'customer = record'])('what leads further is not asked: %s', (text) => {
  expect(filter(text)).toBeUndefined()
})
