/** The fields one may ask about: entities, their lines, and what their links lead to, as figures and as groups. */
import type { Entity, Field, QueryDimension, QueryFilter, QueryMeasure } from '@/generated/metadata'

import { fieldsOf, lineFields, linkedEntity, type Route } from './place'

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
  /** `back` are the records that link to an entity, `system` what is kept about every record. */
  readonly kind: 'entity' | 'lines' | 'link' | 'field' | 'back' | 'system'
  readonly entity: Entity
  readonly field: Field | null
  readonly pill: Pill | null
  /** Links are followed when they are opened, so that a tree never becomes endless. */
  readonly open: () => readonly TreeNode[]
}

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent'])
const UNUSABLE: ReadonlySet<string> = new Set(['lines', 'attachment', 'long_text'])
const DEEPEST = 3

/** What is kept about every record; in questions they are named by these ids. */
export const SYSTEM_FIELDS = [
  { id: 'created_at', name: 'created_at', type: 'datetime', label: { zh: '创建时间', en: 'Created at' } },
  { id: 'created_by', name: 'created_by', type: 'person', label: { zh: '创建人', en: 'Created by' } },
  { id: 'modified_at', name: 'modified_at', type: 'datetime', label: { zh: '修改时间', en: 'Modified at' } },
] as const satisfies readonly Field[]

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
    open: () => [...ownNodes(entities, entity), systemNode(entity), ...backNodes(entities, entity)],
  }))
}

function ownNodes(entities: readonly Entity[], entity: Entity): readonly TreeNode[] {
  return entity.fields.flatMap((field) => nodesOf(entities, entity, field, { home: entity.id }, 0))
}

function systemNode(entity: Entity): TreeNode {
  const start = { home: entity.id }
  const open = () =>
    SYSTEM_FIELDS.map((field): TreeNode => ({ key: keyOf(start, field), kind: 'field', entity, field, pill: pillOf(entity, field, start), open: () => [] }))
  return { key: `${entity.id} system`, kind: 'system', entity, field: null, pill: null, open }
}

/** Records of other entities that link here: their figures can be split by whatever is known here. */
function backNodes(entities: readonly Entity[], entity: Entity): readonly TreeNode[] {
  return entities.flatMap((other) =>
    other.fields
      .filter((field) => linkedEntity(entities, field)?.id === entity.id)
      .map((field): TreeNode => ({
        key: `${entity.id} back ${field.id}`,
        kind: 'back',
        entity: other,
        field,
        pill: countOf(other, { home: other.id, field: 'id' }, ` back ${field.id}`),
        open: () => ownNodes(entities, other).map((node) => under(`${entity.id} back ${field.id}`, node)),
      })),
  )
}

/** The same node at another place of the tree. */
function under(place: string, node: TreeNode): TreeNode {
  const key = `${place} ${node.key}`
  return { ...node, key, pill: node.pill && { ...node.pill, key }, open: () => node.open().map((each) => under(place, each)) }
}

function countOf(entity: Entity, route: Route, place = ''): Pill {
  return { key: `count ${JSON.stringify(route)}${place}`, use: 'measure', route, field: null, entity }
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
export function measureOf(pill: Pill, taken: ReadonlySet<string>): QueryMeasure {
  const { home, lines, path, field } = pill.route
  const place = { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }) }
  if (pill.field === null) return { id: freeId(`${pill.entity.name}_count`, taken), label: pill.entity.label, ...place, aggregate: 'count' }
  return { id: freeId(pill.field.name, taken), label: pill.field.label, ...place, aggregate: usualAggregate(pill), field }
}

/** Amounts are added; shares are not, for two halves are no whole. */
function usualAggregate({ use, field }: Pill): NonNullable<QueryMeasure['aggregate']> {
  if (use !== 'measure') return 'count_distinct'
  return isShare(field) ? 'average' : 'sum'
}

/** Whether a field holds shares. */
export function isShare(field: Field | null | undefined): boolean {
  return field?.type === 'percent' || (field?.type === 'formula' && field.options.result === 'percent')
}

export function dimensionOf(pill: Pill, taken: ReadonlySet<string>): QueryDimension {
  const { home, lines, path, field } = pill.route
  const place = { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }), field }
  const label = pill.field === null ? {} : { label: pill.field.label }
  const stem = pill.field?.name ?? field
  return { id: freeId(stem, taken), ...label, ...place, ...(isDate(pill.field) ? { grain: 'month' as const, fill_gaps: true } : {}) }
}

const LONGEST_STEM = 30

/** An id that can be written in a formula, made of a name. */
export function freeId(name: string, taken: ReadonlySet<string>): string {
  const stem = name.slice(0, LONGEST_STEM)
  let id = stem
  for (let number = 2; taken.has(id); number += 1) id = `${stem}_${number}`
  return id
}

/** Where a figure, group or filter of a question is. */
type Place = Pick<QueryFilter, 'home' | 'lines' | 'path' | 'field'>

/** The field a part of a question is about, however far away it is; none where it only counts or computes. */
export function fieldAt(entities: readonly Entity[], { home, lines, path = [], field }: Place): Field | undefined {
  if (field === undefined) return undefined
  const system = SYSTEM_FIELDS.find(({ id }) => id === field)
  if (system !== undefined) return system
  const start = entities.find(({ id }) => id === home)
  const near = [...fieldsOf(start, lines), ...(start?.fields ?? [])]
  const own = path.length === 0 ? near.find(({ id }) => id === field) : undefined
  return own ?? anyField(entities, field)
}

function anyField(entities: readonly Entity[], wanted: string): Field | undefined {
  return entities.flatMap(({ fields }) => fields.flatMap((field) => [field, ...lineFields(field)])).find(({ id }) => id === wanted)
}

/** What was dragged to make a part of a question; none for figures that are computed. */
export function pillAt(entities: readonly Entity[], place: Place): Pill | undefined {
  const { home, lines, path, field } = place
  const entity = entities.find(({ id }) => id === home)
  if (home === undefined || entity === undefined) return undefined
  const start = { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }) }
  if (field === undefined) return countOf(entity, { ...start, field: 'id' })
  const found = fieldAt(entities, place)
  return found && pillOf(entity, found, start)
}
