/** What a form shows, requires, locks and offers, by the vectors the server runs as well. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { Instant } from '../expressions/values'
import { parse } from '../expressions/parse'
import type { Entity, Form } from '@/generated/metadata'

import { behaviourOf, misplacedItems, missingItems } from './behaviour'
import { entryOf } from './entry'
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

const FILE = resolve(import.meta.dirname, '../../../../tests/conformance/forms/behaviour.json')
const { entity, form, cases } = JSON.parse(readFileSync(FILE, 'utf-8')) as { readonly entity: Entity; readonly form: Form; readonly cases: readonly Case[] }
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

function stateOf(state: ReturnType<typeof behaviourOf>['items'][string] | undefined) {
  return [state?.isShown, state?.isRequired, state?.isLocked]
}
