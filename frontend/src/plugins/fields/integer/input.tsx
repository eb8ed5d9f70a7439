/** Enters a whole number. */
import { plainText } from '@/core/values/text'

import type { FieldInputProps } from '../input-props'
import { NumberEntry } from '../number-entry'

export function Input(props: FieldInputProps<'integer'>) {
  const store = (next: string | null) => props.onChange(next === null ? null : Number(next))
  return <NumberEntry {...props} value={plainText(props.value) || null} onChange={store} scale={0} />
}
