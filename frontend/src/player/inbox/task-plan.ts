/** The record's form as a step of a flow shows it: fields hidden, read, to be filled in or demanded, whatever the reader's roles say. */
import { planForm, type FormPlan } from '@/core/forms/plan'
import type { Entity, Field, FieldAccess, NodeAccess } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import type { TaskDetail } from '@/shared/flows/wire'

export type Step = Pick<TaskDetail, 'fields' | 'state' | 'kind'>

export function taskPlan(definition: Definition, entity: Entity, step: Step): FormPlan {
  const own = definition.rights[entity.name]?.fields ?? {}
  const access = entity.fields.map((field) => [field.name, accessIn(field, own[field.name], step)] as const)
  const form = definition.forms.find((each) => each.entity === entity.id)
  return planForm({ entity: shaped(entity, step), form, access: Object.fromEntries(access), trees: definition.trees })
}

/** Who submits again changes what their roles let them; others what the step lets them, and only while it is theirs. */
function accessIn(field: Field, own: FieldAccess = 'hidden', { fields, state, kind }: Step): FieldAccess {
  if (state !== 'pending') return own === 'edit' ? 'read' : own
  if (kind === 'resubmit') return own
  const step = fields[field.name] ?? (hasEnterableColumn(field, fields) ? 'edit' : undefined)
  if (step === undefined) return own === 'edit' ? 'read' : own
  if (step === 'hidden') return 'hidden'
  return isEntered(step) ? 'edit' : 'read'
}

function isEntered(access: NodeAccess | undefined): boolean {
  return access === 'edit' || access === 'required'
}

function hasEnterableColumn(field: Field, fields: Step['fields']): boolean {
  return field.type === 'lines' && field.options.fields.some((column) => isEntered(fields[`${field.name}.${column.name}`]))
}

/** The entity as the step shapes it: what it demands is required, columns it hides are gone, columns it only shows are locked. */
function shaped(entity: Entity, { fields, state, kind }: Step): Entity {
  if (state !== 'pending' || kind === 'resubmit') return entity
  return { ...entity, fields: entity.fields.map((field) => demanded(withColumns(field, fields), fields[field.name])) }
}

function withColumns(field: Field, fields: Step['fields']): Field {
  if (field.type !== 'lines') return field
  const whole = fields[field.name]
  const columns = field.options.fields
    .map((column) => ({ column, access: fields[`${field.name}.${column.name}`] ?? whole }))
    .filter(({ access }) => access !== 'hidden')
    .map(({ column, access }) => (isEntered(access) ? demanded(column, access) : { ...column, read_only: true }))
  return { ...field, options: { ...field.options, fields: columns } }
}

function demanded<F extends Field>(field: F, access: NodeAccess | undefined): F {
  return access === 'required' ? { ...field, required: true } : field
}
