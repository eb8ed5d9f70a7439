/** Shows a person by name. */
import { isReference, referenceId } from '@/core/values/value'

import type { FieldCellProps } from '../cell-props'
import { PersonName } from '../person-name'

export function Cell({ value }: FieldCellProps<'person'>) {
  return isReference(value) ? <PersonName id={value.id} name={value.title ?? ''} /> : <span>{referenceId(value)?.slice(-6)}</span>
}
