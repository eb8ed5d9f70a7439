/** Ready-made conditions: whose records are somebody's own, by the person fields of an entity and of what it links to. */
import type { Entity, Field, Label } from '@/generated/metadata'

export interface OwnCondition {
  readonly expression: string
  /** The link the person stands behind, and the person field; without a field, whoever entered the record. */
  readonly link?: Label
  readonly person?: Label
}

const ME = 'CURRENT_USER()'

export function ownConditions(entity: Entity, entities: readonly Entity[]): OwnCondition[] {
  return [
    ...persons(entity).map(({ name, label }): OwnCondition => ({ expression: `${name} = ${ME}`, person: label })),
    ...entity.fields.flatMap((field) => behind(field, entities)),
    { expression: `created_by = ${ME}` },
  ]
}

function behind(field: Field, entities: readonly Entity[]): OwnCondition[] {
  if (field.type !== 'link') return []
  const target = entities.find(({ id }) => id === field.options.entity)
  return persons(target).map(({ name, label }) => ({ expression: `${field.name}.${name} = ${ME}`, link: field.label, person: label }))
}

function persons(entity: Entity | undefined): Field[] {
  return entity?.fields.filter(({ type }) => type === 'person') ?? []
}
