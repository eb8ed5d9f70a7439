/** The record's form as a step of a flow shows it: fields hidden, read, to be filled in or demanded, whatever the reader's roles say. */
import { planForm, type FormPlan } from '@/core/forms/plan'
import type { Entity, FieldAccess, NodeAccess } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import type { TaskDetail } from '@/shared/flows/wire'

export function taskPlan(definition: Definition, entity: Entity, { fields, state }: Pick<TaskDetail, 'fields' | 'state'>): FormPlan {
  const own = definition.rights[entity.name]?.fields ?? {}
  const isOpen = state === 'pending'
  const access = entity.fields.map(({ name }) => [name, accessIn(own[name], fields[name], isOpen)] as const)
  const form = definition.forms.find((each) => each.entity === entity.id)
  const demanding = isOpen ? withDemands(entity, fields) : entity
  return planForm({ entity: demanding, form, access: Object.fromEntries(access), trees: definition.trees })
}

function accessIn(own: FieldAccess | undefined, step: NodeAccess | undefined, isOpen: boolean): FieldAccess {
  if (step === undefined) return own === 'edit' ? 'read' : (own ?? 'hidden')
  if (step === 'hidden') return 'hidden'
  return isOpen && step !== 'read' ? 'edit' : 'read'
}

/** A step may demand what the entity itself leaves free. */
function withDemands(entity: Entity, fields: TaskDetail['fields']): Entity {
  return { ...entity, fields: entity.fields.map((field) => (fields[field.name] === 'required' ? { ...field, required: true } : field)) }
}
