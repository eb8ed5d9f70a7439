/** Enters a ratio as percentage: 25 is stored as 0.25. */
import { decimalText, Exact, isDecimalText } from '@/core/values/decimal'

import type { FieldInputProps } from '../input-props'
import { NumberEntry } from '../number-entry'
import { scaleOf } from '../number-scale'

/** Two of the ratio's places are before the percent sign's point. */
const SHIFT = 2

export function Input({ field, value, onChange, ...props }: FieldInputProps<'percent'>) {
  const scale = scaleOf(field)
  const shown = isDecimalText(value) ? decimalText(new Exact(value).times(100)) : null
  const store = (next: string | null) => onChange(next === null ? null : decimalText(new Exact(next).dividedBy(100), scale))
  return <NumberEntry {...props} value={shown} onChange={store} scale={Math.max(scale - SHIFT, 0)} suffix="%" />
}
