/** What every field input is given, and what it answers. */
import type { Value } from '@/core/values/value'
import type { FieldType } from '@/generated/metadata'

import type { FieldOf } from './spec'

export interface FieldInputProps<T extends FieldType = FieldType> {
  readonly field: FieldOf<T>
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Id of the control, which its label points at. */
  readonly id: string
  readonly isDisabled?: boolean
  readonly isInvalid?: boolean
  /** Ids of hints and issues that explain the control. */
  readonly describedBy?: string
  /** Name for screen readers where no label points here, as in a sheet. */
  readonly ariaLabel?: string
  /** Of a choice, the values that may be chosen; without them, all of its list. */
  readonly offered?: readonly string[] | undefined
  /** In a cell of a sheet: no frame, focused and open at once. */
  readonly isInSheet?: boolean
  /** What was typed to open it in a sheet; a search begins with it. */
  readonly typed?: string
}
