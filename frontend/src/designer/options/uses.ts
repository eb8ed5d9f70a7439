/** Which fields choose from an option list. */
import type { Entity, Field } from '@/generated/metadata'

import { documentsIn, type Draft } from '../drafting/draft'
import { columnsOf } from '../inspector/field-place'

export interface ListUse {
  readonly entity: Entity
  readonly field: Field
  /** Its place among the entity's fields; of a column, that of the detail lines. */
  readonly at: number
}

export function usesOf(draft: Draft, list: string): ListUse[] {
  return documentsIn<Entity>(draft, 'entities').flatMap((entity) =>
    entity.fields.flatMap((field, at) => [field, ...columnsOf(field)].filter((each) => choosesFrom(each, list)).map((each) => ({ entity, field: each, at }))),
  )
}

function choosesFrom(field: Field, list: string): boolean {
  return (field.type === 'choice' || field.type === 'multi_choice') && field.options.list === list
}
