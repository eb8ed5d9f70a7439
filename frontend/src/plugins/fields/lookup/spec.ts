/** A field of a linked record; it looks like that field. */
import { plainText } from '@/core/values/text'
import { fieldWithId } from '@/shared/definition/definition'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'lookup'> = {
  key: 'lookup',
  align: 'start',
  width: 140,
  write: plainText,
  standsFor: ({ options }, { definition }) =>
    definition.entities.map((entity) => fieldWithId(entity, options.field)).find((field) => field !== undefined),
}
