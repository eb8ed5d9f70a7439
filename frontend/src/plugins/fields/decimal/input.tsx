/** Enters an exact decimal number. */
import { plainText } from '@/core/values/text'

import type { FieldInputProps } from '../input-props'
import { NumberEntry } from '../number-entry'
import { scaleOf } from '../number-scale'

export function Input({ field, value, ...props }: FieldInputProps<'decimal'>) {
  return <NumberEntry {...props} value={plainText(value) || null} scale={scaleOf(field)} suffix={field.options?.unit} />
}
