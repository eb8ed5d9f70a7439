/** The spec of a field's type. */
import type { Field } from '@/generated/metadata'

import type { FieldSpec } from './spec'
import { SPECS } from './specs.generated'

/** The spec is looked up by the field's own type, so it fits the field; the compiler cannot follow that. */
export function specOf(field: Field): FieldSpec {
  return SPECS[field.type] as unknown as FieldSpec
}
