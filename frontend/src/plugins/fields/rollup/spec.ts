/** A figure over records that link here; a count is a whole number, everything else looks like the field it is made of. */
import { plainText } from '@/core/values/text'
import type { Field } from '@/generated/metadata'
import { entityWithId, fieldWithId } from '@/shared/definition/definition'

import type { FieldScope } from '../scope'
import type { FieldOf, FieldSpec } from '../spec'

export const spec: FieldSpec<'rollup'> = { key: 'rollup', align: 'end', width: 120, write: plainText, standsFor: aggregatedField }

function aggregatedField({ id, name, label, options }: FieldOf<'rollup'>, { definition }: Pick<FieldScope, 'definition'>): Field | undefined {
  if (options.field === undefined || (options.aggregate ?? 'count') === 'count') return { id, name, label, type: 'integer' }
  const entity = entityWithId(definition, options.entity)
  return entity && fieldWithId(entity, options.field)
}
