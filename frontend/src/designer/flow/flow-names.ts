/** The names expressions of a flow can use: fields of the record, as they were before, what earlier steps found. */
import type { Locale } from '@/core/i18n/locale'
import { translator } from '@/core/i18n/translator'
import type { Entity, Field, Flow, Node, RuleOutput } from '@/generated/metadata'

import { entityWithId, ruleWithId, type Draft } from '../drafting/draft'
import { offeredNames, type OfferedName } from '../expression/offered-names'
import { allSteps } from './ways'

interface Where {
  readonly flow: Flow
  /** Whose names stand without a prefix. */
  readonly entity: Entity
  /** The detail lines it is about. */
  readonly lines?: Field | undefined
  /** The step it belongs to; only what steps before it found is offered. */
  readonly node?: Node | undefined
  /** In a search, the flow's own record is written with a prefix. */
  readonly isSearch?: boolean | undefined
}

export function flowNames(draft: Draft, locale: Locale, { flow, entity, lines, node, isSearch }: Where): OfferedName[] {
  const own = entityWithId(draft, flow.trigger.entity)
  const record = own === undefined ? [] : fieldsOf(draft, own, locale)
  const before = own !== undefined && flow.trigger.kind === 'record_changed' && lines === undefined ? beneath('before', group('before'), record) : []
  const found = node === undefined ? [] : stepsBefore(flow, node).flatMap((step) => namesFound(draft, step, locale))
  const more = [...before, ...found]
  if (isSearch === true) return [...offeredNames(draft, entity, locale), ...beneath('flow', group('flow'), [...record, ...more])]
  return [...offeredNames(draft, entity, locale, lines), ...more]
}

function group(key: string, name = ''): string {
  return translator.t(`flowdesign:names.${key}`, { name })
}

/** Whether names stand here that a record alone does not have. */
export function hasMore({ flow, node, isSearch }: Where): boolean {
  return isSearch === true || flow.trigger.kind === 'record_changed' || (node !== undefined && stepsBefore(flow, node).some((step) => 'as' in step))
}

function fieldsOf(draft: Draft, entity: Entity, locale: Locale): OfferedName[] {
  const fields = new Set(entity.fields.map(({ name }) => name))
  return offeredNames(draft, entity, locale).filter(({ name }) => fields.has(name.split('.')[0] ?? ''))
}

function beneath(name: string, label: string, names: readonly OfferedName[]): OfferedName[] {
  return names.map((each) => ({ ...each, name: `${name}.${each.name}`, label: `${label}.${each.label}`, steps: [label, ...(each.steps ?? [each.label])], group: label }))
}

const RESULTS: Readonly<Record<RuleOutput['result'], OfferedName['type']>> = { text: 'text', number: 'decimal', boolean: 'switch', date: 'date' }

function namesFound(draft: Draft, step: Node, locale: Locale): OfferedName[] {
  if (!('as' in step) || step.as === undefined) return []
  const label = group('found', step.as)
  if (step.kind === 'create_record' || step.kind === 'find_records') {
    const entity = entityWithId(draft, step.entity)
    return entity === undefined ? [] : beneath(step.as, label, fieldsOf(draft, entity, locale))
  }
  if (step.kind !== 'decide') return []
  const outputs = ruleWithId(draft, step.rule)?.outputs ?? []
  return beneath(step.as, label, outputs.map(({ name, label: words, result }) => ({ name, label: Object.values(words)[0] ?? name, type: RESULTS[result] })))
}

/** The steps from which a way leads to a step; of those inside a per-line step, also what stands before it there. */
function stepsBefore(flow: Flow, node: Node): readonly Node[] {
  const holder = flow.nodes.find((each) => each.kind === 'per_line' && each.steps.some(({ id }) => id === node.id))
  const reached = new Set<string>()
  const left = [holder?.id ?? node.id]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const { from, to } of flow.edges) {
      if (to === id && !reached.has(from)) {
        reached.add(from)
        left.push(from)
      }
    }
  }
  const inside = holder?.kind === 'per_line' ? holder.steps.slice(0, holder.steps.findIndex(({ id }) => id === node.id)) : []
  return [...allSteps(flow).filter(({ id }) => reached.has(id)), ...inside]
}
