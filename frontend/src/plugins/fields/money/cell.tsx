/** Shows an amount with its currency sign. */
import { formatMoney } from '@/core/i18n/format'
import { isDecimalText } from '@/core/values/decimal'

import type { FieldCellProps } from '../cell-props'
import { scaleOf } from '../number-scale'
import { NumberText } from '../number-text'
import { useFieldScope } from '../scope'

export function Cell({ field, value }: FieldCellProps<'money'>) {
  const { locale, currency } = useFieldScope()
  if (!isDecimalText(value)) return null
  const amount = formatMoney(value, locale, field.options?.currency ?? currency, scaleOf(field))
  return <NumberText isNegative={value.startsWith('-')}>{amount}</NumberText>
}
