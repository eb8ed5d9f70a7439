/** What a role document says about entities and fields, and the questions its editor asks of it. */
import type { Entity, EntityPermission, Field, FieldAccess, Role } from '@/generated/metadata'

export const ACTIONS = ['read', 'create', 'update', 'delete', 'exports', 'imports'] as const
export type Action = (typeof ACTIONS)[number]

/** How far an action reaches: no record, those that meet a condition, or all. */
export type Reach = 'none' | 'some' | 'all'

export const LEVELS: readonly FieldAccess[] = ['hidden', 'masked', 'read', 'edit']

/** Actions that can be narrowed to some records. */
export function canBeNarrowed(action: Action): boolean {
  return action !== 'exports' && action !== 'imports'
}

export function rightsOn(role: Role, entity: string): EntityPermission | undefined {
  return role.entities?.find((permission) => permission.entity === entity)
}

export function reachOf(role: Role, entity: string, action: Action): Reach {
  const said = rightsOn(role, entity)?.[action]
  if (typeof said === 'string') return 'some'
  return said === true ? 'all' : 'none'
}

/** The condition records must meet, where there is one. */
export function conditionOf(role: Role, entity: string, action: Action): string | undefined {
  const said = rightsOn(role, entity)?.[action]
  return typeof said === 'string' ? said : undefined
}

export interface FieldRight {
  readonly access: FieldAccess
  /** Whether the role lists the field; otherwise it follows its lines, or the other fields. */
  readonly isListed: boolean
}

export function fieldRight(permission: EntityPermission | undefined, { field, lines }: PlacedField): FieldRight {
  const listed = permission?.fields?.[field.id]
  const usual = (lines && permission?.fields?.[lines.id]) ?? otherFields(permission)
  return listed === undefined ? { access: usual, isListed: false } : { access: listed, isListed: true }
}

/** Levels that make a difference: where nothing is entered, entering a field is no more than reading it. */
export function levelsOf(permission: EntityPermission | undefined): readonly FieldAccess[] {
  const writes = [permission?.create, permission?.update].some((said) => said !== undefined && said !== false)
  return writes ? LEVELS : LEVELS.filter((level) => level !== 'edit')
}

/** The level that holds among those that make a difference. */
export function shownLevel(access: FieldAccess, levels: readonly FieldAccess[]): FieldAccess {
  return levels.includes(access) ? access : 'read'
}

export function otherFields(permission: EntityPermission | undefined): FieldAccess {
  return permission?.other_fields ?? 'edit'
}

/** How many fields a role treats otherwise than the rest. */
export function differences(permission: EntityPermission | undefined): number {
  const usual = otherFields(permission)
  return Object.values(permission?.fields ?? {}).filter((access) => access !== usual).length
}

export interface PlacedField {
  readonly field: Field
  /** The detail lines it is a column of. */
  readonly lines?: Field
}

/** Every field of an entity, columns of detail lines after the lines they stand in. */
export function placedFields(entity: Entity): PlacedField[] {
  return entity.fields.flatMap((field): PlacedField[] => [
    { field },
    ...(field.type === 'lines' ? field.options.fields.map((column): PlacedField => ({ field: column, lines: field })) : []),
  ])
}

/** Sets of rights that are given with one click. */
export const USUAL_RIGHTS = {
  nothing: { read: false, create: false, update: false, delete: false, exports: false, imports: false },
  see: { read: true, create: false, update: false, delete: false, exports: false, imports: false },
  work: { read: true, create: true, update: true, delete: false, exports: false, imports: false },
  everything: { read: true, create: true, update: true, delete: true, exports: true, imports: true },
} as const
export type UsualRights = keyof typeof USUAL_RIGHTS
