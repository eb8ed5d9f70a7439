/** Runs the shared vectors through the browser's evaluator: the same trees and answers as on the server. */
import { readFileSync } from 'node:fs'
import { resolve as resolvePath } from 'node:path'

import { describe, expect, it } from 'vitest'

import { Decimal } from './arithmetic'
import { SIGNATURES } from '@/generated/functions'

import { evaluate, runsInBrowser } from './evaluate'
import { BODIES } from './functions/registry'
import { fromDate, fromInstant, fromMilliseconds } from './serials'
import type { Tree } from './tree'
import { CalendarDate, ClockTime, Duration, ErrorValue, Instant, isMany, type Value } from './values'
import { fromWire } from './wire'

type Typed = null | boolean | string | readonly Typed[] | Readonly<Record<string, string | number>>

interface Case {
  readonly id: string
  readonly function?: string
  readonly tree: Tree
  readonly values: Readonly<Record<string, Typed>>
  /** What the server answers. */
  readonly value: Typed
}

const FOLDER = resolvePath(import.meta.dirname, '../../../../tests/conformance')
const CONTEXT = { now: new Instant(Date.parse('2024-07-15T12:34:56Z')), timezone: 'UTC', user: null, roles: new Set<string>() }
const TOLERANCE = 1e-9

function read(typed: Typed): Value {
  if (typed === null || typeof typed !== 'object') return typed
  if (Array.isArray(typed)) return typed.map(read)
  const [[kind, value] = ['', '']] = Object.entries(typed as Record<string, string | number>)
  if (kind === 'number') return new Decimal(value)
  if (kind === 'error') return new ErrorValue(String(value), '')
  if (kind === 'duration') return new Duration(Number(value) * 1000)
  if (kind === 'time') return new ClockTime(Date.parse(`1970-01-01T${value}Z`))
  return fromWire(kind === 'date' ? 'date' : 'datetime', value)
}

/** What is compared: dates as serials, numbers as such, errors only as errors. */
function comparable(value: Value): unknown {
  if (value instanceof CalendarDate) return fromDate(value)
  if (value instanceof Instant) return fromInstant(value, 'UTC').toNumber()
  if (value instanceof ClockTime || value instanceof Duration) return fromMilliseconds(value.milliseconds).toNumber()
  if (value instanceof Decimal) return value.toNumber()
  if (value instanceof ErrorValue) return 'error'
  return isMany(value) ? value.map(comparable) : value
}

function agree(actual: unknown, expected: unknown): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.length === expected.length && actual.every((each, place) => agree(each, expected[place]))
  }
  return actual === expected
}

function failures(cases: readonly Case[]): readonly string[] {
  return cases.flatMap(({ id, tree, values, value }) => {
    const resolve = (path: string): Value => read(values[path] ?? null)
    const actual = comparable(evaluate(tree, resolve, CONTEXT))
    const wanted = comparable(read(value))
    return agree(actual, wanted) ? [] : [`${id}: ${JSON.stringify(tree)} gave ${String(actual)}, not ${String(wanted)}`]
  })
}

it('have a body for every signature of the server, and no other', () => {
  expect(Object.keys(BODIES).toSorted()).toEqual(Object.keys(SIGNATURES).toSorted())
})

describe.each(['expressions', 'formulas'])('the shared vectors in %s', (folder) => {
  const all = JSON.parse(readFileSync(`${FOLDER}/${folder}/trees.json`, 'utf8')) as readonly Case[]
  const local = all.filter(({ tree }) => runsInBrowser(tree))

  it('mostly run in the browser', () => {
    expect(local.length).toBeGreaterThan(all.length * 0.7)
  })

  it('give the same values as on the server', () => {
    expect(failures(local)).toEqual([])
  })
})
