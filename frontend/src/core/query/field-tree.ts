/** The fields one may ask about: entities, their lines, and what their links lead to, as figures and as groups. */
import type { Entity, Field, QueryDimension, QueryMeasure } from '@/generated/metadata'

import { lineFields, linkedEntity, type Route } from './place'

/** What can be dragged onto a shelf. */
export interface Pill {
  /** Unique in the tree. */
  readonly key: string
  readonly use: 'dimension' | 'measure'
  readonly route: Route
  readonly field: Field | null
  readonly entity: Entity
}

export interface TreeNode {
  readonly key: string
  readonly kind: 'entity' | 'lines' | 'link' | 'field'
  readonly entity: Entity
  readonly field: Field | null
  readonly pill: Pill | null
  /** Links are followed when they are opened, so that a tree never becomes endless. */
  readonly open: () => readonly TreeNode[]
}

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent'])
const UNUSABLE: ReadonlySet<string> = new Set(['lines', 'attachment', 'long_text'])
const DEEPEST = 3

export function isNumeric(field: Field): boolean {
  return NUMERIC.has(field.type) || (field.type === 'formula' && NUMERIC.has(field.options.result ?? '')) || field.type === 'rollup'
}

export function isDate(field: Field | null): boolean {
  return field?.type === 'date' || field?.type === 'datetime' || (field?.type === 'formula' && ['date', 'datetime'].includes(field.options.result ?? ''))
}

export function fieldTree(entities: readonly Entity[]): readonly TreeNode[] {
  return entities.map((entity) => ({
    key: entity.id,
    kind: 'entity',
    entity,
    field: null,
    pill: countOf(entity, { home: entity.id, field: 'id' }),
    open: () => entity.fields.flatMap((field) => nodesOf(entities, entity, field, { home: entity.id }, 0)),
  }))
}

function countOf(entity: Entity, route: Route): Pill {
  return { key: `count ${JSON.stringify(route)}`, use: 'measure', route, field: null, entity }
}

type Start = Omit<Route, 'field'>

function nodesOf(entities: readonly Entity[], entity: Entity, field: Field, start: Start, depth: number): readonly TreeNode[] {
  if (field.type === 'lines') return depth === 0 && start.lines === undefined ? [linesNode(entities, entity, field)] : []
  if (UNUSABLE.has(field.type)) return []
  const target = linkedEntity(entities, field)
  const own: TreeNode = { key: keyOf(start, field), kind: 'field', entity, field, pill: pillOf(entity, field, start), open: () => [] }
  if (target === undefined || depth >= DEEPEST) return [own]
  const path = [...(start.path ?? []), field.id]
  const next = { ...start, path }
  return [{ ...own, kind: 'link', open: () => target.fields.flatMap((each) => nodesOf(entities, target, each, next, depth + 1)) }]
}

function linesNode(entities: readonly Entity[], entity: Entity, field: Field): TreeNode {
  const start = { home: entity.id, lines: field.id }
  return {
    key: keyOf({ home: entity.id }, field),
    kind: 'lines',
    entity,
    field,
    pill: countOf(entity, { ...start, field: 'id' }),
    open: () => lineFields(field).flatMap((each) => nodesOf(entities, entity, each, start, 0)),
  }
}

function keyOf({ home, lines = '', path = [] }: Start, { id }: Field): string {
  return [home, lines, ...path, id].join(' ')
}

function pillOf(entity: Entity, field: Field, start: Start): Pill {
  // A figure of a linked record would be counted once for every record that links to it.
  const isFigure = isNumeric(field) && (start.path ?? []).length === 0
  return { key: keyOf(start, field), use: isFigure ? 'measure' : 'dimension', route: { ...start, field: field.id }, field, entity }
}

/** A figure of a pill; unique among the ids taken. */
export function measureOf(pill: Pill, taken: ReadonlySet<string>, aggregate?: QueryMeasure['aggregate']): QueryMeasure {
  const { home, lines, path } = pill.route
  const place = { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }) }
  const counted = pill.field === null
  const how = aggregate ?? (counted ? 'count' : pill.use === 'measure' ? 'sum' : 'count_distinct')
  const label = pill.field?.label ?? pill.entity.label
  return { id: freeId('m', taken), label, ...place, aggregate: how, ...(counted ? {} : { field: pill.route.field }) }
}

export function dimensionOf(pill: Pill, taken: ReadonlySet<string>): QueryDimension {
  const { home, lines, path, field } = pill.route
  const place = { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }), field }
  const label = pill.field === null ? {} : { label: pill.field.label }
  return { id: freeId('d', taken), ...label, ...place, ...(isDate(pill.field) ? { grain: 'month' as const, fill_gaps: true } : {}) }
}

function freeId(stem: string, taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(`${stem}${number}`)) number += 1
  return `${stem}${number}`
}
