/** From the place a finding names to the element on the canvas that it is about. */
import type { Entity, Form } from '@/generated/metadata'

import type { DesignIssue } from '../drafting/draft'
import { columnsOf } from '../inspector/field-place'
import type { Chosen } from './selection'

export function elementOf(issue: Pick<DesignIssue, 'file' | 'place'>, form: Form, entity: Entity): Chosen {
  if (issue.file === `forms/${form.name}.json`) return elementOfForm(issue.place, form)
  if (issue.file === `entities/${entity.name}.json`) return elementOfEntity(issue.place, entity)
  return null
}

function elementOfForm([part, at, items, index]: DesignIssue['place'], form: Form): Chosen {
  const section = part === 'layout' ? form.layout[Number(at)] : undefined
  if (section === undefined) return null
  const item = items === 'items' ? section.items[Number(index)] : undefined
  return item === undefined ? { kind: 'section', id: section.id } : { kind: 'field', id: item.field }
}

function elementOfEntity([part, at, , fields, column]: DesignIssue['place'], entity: Entity): Chosen {
  const field = part === 'fields' ? entity.fields[Number(at)] : undefined
  if (field === undefined) return null
  const inner = fields === 'fields' ? columnsOf(field)[Number(column)] : undefined
  return { kind: 'field', id: (inner ?? field).id }
}
