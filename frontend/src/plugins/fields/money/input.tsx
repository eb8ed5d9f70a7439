/** Enters an amount of money. */
import { currencySign } from '@/core/i18n/format'
import { plainText } from '@/core/values/text'

import type { FieldInputProps } from '../input-props'
import { NumberEntry } from '../number-entry'
import { scaleOf } from '../number-scale'
import { useFieldScope } from '../scope'

export function Input({ field, value, ...props }: FieldInputProps<'money'>) {
  const { locale, currency } = useFieldScope()
  const sign = currencySign(locale, field.options?.currency ?? currency)
  return <NumberEntry {...props} value={plainText(value) || null} scale={scaleOf(field)} prefix={sign} />
}
