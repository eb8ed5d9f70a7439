/** The documents of one app that this person may know, and look-ups in them. */
import type { App, Entity, Field, FieldAccess, Form, Label, Options, Rule, View } from '@/generated/metadata'

/** A dashboard, or a page, as navigation knows it; what is on it is asked for when it is opened. */
export interface DashboardEntry {
  readonly id: string
  readonly name: string
  readonly label: Label
  readonly icon?: string | null
}

export interface EntityRights {
  readonly read: boolean
  readonly create: boolean
  readonly update: boolean
  readonly delete: boolean
  readonly export: boolean
  readonly import: boolean
  /** By field name; a field that is not listed is not visible at all. */
  readonly fields: Readonly<Record<string, FieldAccess>>
}

export interface Definition {
  readonly release: number
  readonly app: App
  readonly entities: readonly Entity[]
  readonly forms: readonly Form[]
  readonly views: readonly View[]
  readonly options: readonly Options[]
  /** By entity name. */
  readonly rights: Readonly<Record<string, EntityRights>>
  /** Parsed expressions by their text. */
  readonly trees: Readonly<Record<string, unknown>>
  /** Decision tables this person may design. */
  readonly rules?: readonly Pick<Rule, 'id' | 'name' | 'label' | 'entity'>[]
  /** Dashboards this person may open. */
  readonly dashboards?: readonly DashboardEntry[]
  /** Pages of blocks this person may open. */
  readonly pages?: readonly DashboardEntry[]
  /** Whether this person may ask questions of their own. */
  readonly explore?: boolean
  /** Ids of the documents this person may design. */
  readonly design: readonly string[]
}

export function entityNamed(definition: Definition, name: string): Entity | undefined {
  return definition.entities.find((entity) => entity.name === name)
}

export function entityWithId(definition: Definition, id: string): Entity | undefined {
  return definition.entities.find((entity) => entity.id === id)
}

export function viewNamed(definition: Definition, name: string): View | undefined {
  return definition.views.find((view) => view.name === name)
}

export function viewWithId(definition: Definition, id: string): View | undefined {
  return definition.views.find((view) => view.id === id)
}

export function fieldWithId(entity: Entity, id: string): Field | undefined {
  return entity.fields.find((field) => field.id === id)
}

/** The field whose value names a record. */
export function titleField(entity: Entity): Field | undefined {
  return entity.title === undefined ? undefined : fieldWithId(entity, entity.title)
}
