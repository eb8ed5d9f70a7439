/** What every field cell is given. */
import type { Value } from '@/core/values/value'
import type { FieldType } from '@/generated/metadata'

import type { FieldOf } from './spec'

export interface FieldCellProps<T extends FieldType = FieldType> {
  readonly field: FieldOf<T>
  readonly value: Value
  /** There is room for everything, as on a form; otherwise one line. */
  readonly isFull?: boolean
}
