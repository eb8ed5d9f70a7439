/** Shows a ratio as percentage. */
import { formatPercent } from '@/core/i18n/format'
import { isDecimalText } from '@/core/values/decimal'

import type { FieldCellProps } from '../cell-props'
import { NumberText } from '../number-text'
import { useFieldScope } from '../scope'

export function Cell({ value }: FieldCellProps<'percent'>) {
  const { locale } = useFieldScope()
  if (!isDecimalText(value)) return null
  return <NumberText isNegative={value.startsWith('-')}>{formatPercent(value, locale)}</NumberText>
}
