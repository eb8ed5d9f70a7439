/** The form's evaluator reads and gives wire values, with decimals exact. */
import { describe, expect, it } from 'vitest'

import { Instant } from '../expressions/values'
import type { Operand } from './evaluator'
import { formulaEvaluator } from './formula-evaluator'

const evaluator = formulaEvaluator({
  now: new Instant(Date.parse('2026-11-23T16:30:00Z')),
  timezone: 'Asia/Shanghai',
  user: 'u1',
  roles: new Set(['sales']),
})

const AMOUNT = { operator: '*', operands: [{ name: ['quantity'] }, { name: ['price'] }] }

function values(operands: Readonly<Record<string, Operand | readonly Operand[]>>) {
  return (path: readonly string[]) => operands[path.join('.')]
}

describe('the form evaluator', () => {
  it('multiplies money exactly', () => {
    const resolve = values({ quantity: { kind: 'decimal', value: '3' }, price: { kind: 'money', value: '0.10' } })

    expect(evaluator.evaluate(AMOUNT, resolve)).toEqual({ value: '0.3' })
  })

  it('sums a column of detail lines', () => {
    const tree = { call: 'SUM', arguments: [{ name: ['lines', 'amount'] }] }
    const resolve = values({ 'lines.amount': [{ kind: 'money', value: '1.10' }, { kind: 'money', value: null }] })

    expect(evaluator.evaluate(tree, resolve)).toEqual({ value: '1.1' })
  })

  it('takes today from the time zone of the app', () => {
    expect(evaluator.evaluate({ call: 'TODAY', arguments: [] }, values({}))).toEqual({ value: '2026-11-24' })
  })

  it('gives errors by their code', () => {
    const tree = { operator: '/', operands: [{ literal: { number: '1' } }, { name: ['quantity'] }] }

    expect(evaluator.evaluate(tree, values({}))).toEqual({ error: '#DIV/0!' })
  })

  it('leaves to the server what has no twin here', () => {
    expect(evaluator.canRun({ call: 'IRR', arguments: [] })).toBe(false)
    expect(evaluator.canRun({ server: true })).toBe(false)
  })
})
