/** What a form shows, requires, locks and offers, by the vectors the server runs as well. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { Instant } from '../expressions/values'
import { parse } from '../expressions/parse'
import type { Entity, Form } from '@/generated/metadata'

import type { Values } from '../values/value'

import { behaviourOf, misplacedItems, missingItems } from './behaviour'
import { entryOf, type Entry } from './entry'
import { blankEntry, hold } from './holding'
import { formulaEvaluator } from './formula-evaluator'
import { planForm } from './plan'
import { stepsOf } from './steps'

interface Case {
  readonly says: string
  readonly values: Readonly<Record<string, unknown>>
  readonly linked?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly not_writable?: readonly string[]
  readonly items: Readonly<Record<string, readonly [boolean, boolean, boolean]>>
  readonly sections?: Readonly<Record<string, boolean>>
  readonly missing: readonly string[]
  readonly choices?: Readonly<Record<string, readonly string[] | null>>
  readonly not_offered?: readonly string[]
  readonly steps?: readonly (readonly [string, readonly string[], boolean])[]
}

/** A change of a record, new where `before` is null; `refused` cannot have been made through the form. */
interface Write {
  readonly says: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly suggested?: Values
  readonly after: Readonly<Record<string, unknown>>
  readonly refused: Readonly<Record<string, string>>
}

const FILE = resolve(import.meta.dirname, '../../../../tests/conformance/forms/behaviour.json')
interface Content {
  readonly entity: Entity
  readonly form: Form
  readonly cases: readonly Case[]
  readonly writes: readonly Write[]
}

const { entity, form, cases, writes } = JSON.parse(readFileSync(FILE, 'utf-8')) as Content
const TEXTS = form.layout.flatMap(({ show, items }) => [show, ...items.flatMap((item) => [item.show, item.require, item.lock, item.choices])])
const TREES = Object.fromEntries(TEXTS.flatMap((text) => (text === undefined ? [] : [[text, parse(text)]])))
const evaluator = formulaEvaluator({ now: new Instant(0), timezone: 'UTC', user: null, roles: new Set() })

function stand(of: Case) {
  const access = Object.fromEntries(entity.fields.map(({ id, name }) => [name, of.not_writable?.includes(id) === true ? ('read' as const) : ('edit' as const)]))
  const plan = planForm({ entity, form, access, trees: TREES })
  const entry = entryOf(entity, of.values)
  const level = of.linked?.[String(of.values['customer'])]?.['level'] ?? null
  const surroundings = { evaluator, linked: { customer: { level: { kind: 'choice', value: level } } } } as const
  return { plan, entry, behaviour: behaviourOf(plan, entry, surroundings) }
}

describe.each(cases.map((each) => [each.says, each] as const))('%s', (_, each) => {
  const { plan, entry, behaviour } = stand(each)

  test('is how the items and sections stand', () => {
    const states = Object.fromEntries(Object.keys(each.items).map((id) => [id, stateOf(behaviour.items[id])]))
    expect(states).toEqual(each.items)
    expect(behaviour.sections).toMatchObject(each.sections ?? {})
  })

  test('is what must still be filled in', () => {
    expect(missingItems(plan, entry, behaviour).map(({ field }) => field.name)).toEqual(each.missing)
  })

  test.runIf(each.choices)('is what may be chosen, and how far one may go', () => {
    for (const [id, choices] of Object.entries(each.choices ?? {})) expect(behaviour.items[id]?.choices ?? null).toEqual(choices)
    expect(misplacedItems(plan, entry, behaviour).map(({ field }) => field.name)).toEqual(each.not_offered)
    const steps = stepsOf(plan, entry, behaviour).map(({ section, open, isReachable }) => [section.id, open.map(({ field }) => field.name), isReachable])
    expect(steps).toEqual(each.steps)
  })
})

describe.each(writes.map((each) => [each.says, each] as const))('%s', (_, { before, suggested = {}, after, refused }) => {
  const fields = [...entity.fields, ...entity.fields.flatMap((field) => (field.type === 'lines' ? field.options.fields : []))]
  const formulas = Object.fromEntries(fields.flatMap((field) => (field.type === 'formula' ? [[field.options.expression ?? '', parse(field.options.expression ?? '')]] : [])))
  const access = Object.fromEntries(entity.fields.map(({ name }) => [name, 'edit' as const]))
  const plan = planForm({ entity, form, access, trees: { ...TREES, ...formulas } })
  const stored = entryOf(entity, before ?? {})
  const entered = { ...entryOf(entity, { ...before, ...suggested, ...after }), suggested }
  const surroundings = { evaluator, linked: {} }
  const { shown } = hold(plan, { opening: before === null ? blankEntry(entered) : stored, entry: entered }, { atFirst: surroundings, now: surroundings })

  test('is what stays of it', () => {
    const kept = Object.keys(after).filter((name) => name in refused)
    expect(kept.map((name) => shown.values[name])).toEqual(kept.map((name) => stored.values[name] ?? suggested[name]))
    const others = Object.keys(after).filter((name) => !(name in refused) && name !== 'lines')
    expect(others.map((name) => shown.values[name])).toEqual(others.map((name) => after[name]))
    expect(pricesOf(shown)).toEqual(pricesOf('lines' in refused ? stored : entered))
  })
})

function pricesOf({ lines }: Entry) {
  return lines['lines']?.map(({ values }) => values['price'])
}

function stateOf(state: ReturnType<typeof behaviourOf>['items'][string] | undefined) {
  return [state?.isShown, state?.isRequired, state?.isLocked]
}
