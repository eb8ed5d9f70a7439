/** Where fields are as seen from a home: its own, those of its detail lines, and those over links. */
import type { Entity, Field, QueryFilter } from '@/generated/metadata'

/** A way to a field. */
export interface Route {
  readonly home: string
  readonly lines?: string
  readonly path?: readonly string[]
  readonly field: string
}

export const SYSTEM_DATES = ['created_at', 'modified_at']
const FURTHEST = 3

/** The columns of a detail lines field. */
export function lineFields(field: Field | undefined): readonly Field[] {
  return field?.type === 'lines' ? (field.options.fields ?? []) : []
}

export function fieldsOf(entity: Entity | undefined, lines?: string): readonly Field[] {
  if (entity === undefined) return []
  return lines === undefined ? entity.fields : lineFields(entity.fields.find(({ id }) => id === lines))
}

/** The entity a link field leads to. */
export function linkedEntity(entities: readonly Entity[], field: Field | undefined): Entity | undefined {
  const target = field?.type === 'link' ? field.options.entity : undefined
  return entities.find(({ id }) => id === target)
}

interface Step {
  readonly entity: Entity
  readonly path: readonly string[]
}

/**
 * The shortest way from a home to a field, when there is exactly one; a home with lines looks at the lines first.
 */
export function routeTo(entities: readonly Entity[], home: string, lines: string | undefined, field: string): Route | null {
  const entity = entities.find(({ id }) => id === home)
  if (entity === undefined) return null
  const isOwn = entity.fields.some(({ id }) => id === field)
  if (lines !== undefined && !isOwn) {
    const through = shortest(entities, field, fieldsOf(entity, lines), entity)
    if (through !== null) return { home, lines, ...withPath(through), field }
  }
  const direct = shortest(entities, field, entity.fields, entity)
  return direct && { home, ...withPath(direct), field }
}

function withPath(path: readonly string[]) {
  return path.length > 0 ? { path } : {}
}

function shortest(entities: readonly Entity[], field: string, own: readonly Field[], home: Entity): readonly string[] | null {
  if (own.some(({ id }) => id === field)) return []
  let front: Step[] = linksAmong(entities, own, [])
  const seen = new Set([home.id])
  for (let length = 1; length <= FURTHEST; length += 1) {
    const found = front.filter(({ entity }) => entity.fields.some(({ id }) => id === field))
    if (found.length > 0) return found.length === 1 ? (found[0]?.path ?? null) : null
    front = front.filter(({ entity }) => !seen.has(entity.id)).flatMap((step) => furtherFrom(entities, step, seen))
  }
  return null
}

function furtherFrom(entities: readonly Entity[], { entity, path }: Step, seen: Set<string>): Step[] {
  seen.add(entity.id)
  return linksAmong(entities, entity.fields, path)
}

function linksAmong(entities: readonly Entity[], fields: readonly Field[], path: readonly string[]): Step[] {
  return fields.flatMap((field) => {
    const entity = linkedEntity(entities, field)
    return entity === undefined ? [] : [{ entity, path: [...path, field.id] }]
  })
}

/** The place of a filter or dimension as far as a route goes. */
export function placeOf({ home, lines, path, field }: Route): Pick<QueryFilter, 'home' | 'lines' | 'path' | 'field'> {
  return { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }), field }
}
