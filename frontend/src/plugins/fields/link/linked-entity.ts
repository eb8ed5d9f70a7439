/** The entity a link leads to, when the reader may know it. */
import type { Entity } from '@/generated/metadata'
import { entityWithId } from '@/shared/definition/definition'

import type { FieldScope } from '../scope'
import type { FieldOf } from '../spec'

export function linkedEntity(field: FieldOf<'link'>, { definition }: Pick<FieldScope, 'definition'>): Entity | undefined {
  return entityWithId(definition, field.options.entity)
}
