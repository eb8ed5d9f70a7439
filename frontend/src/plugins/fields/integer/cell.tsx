/** Shows a whole number with grouping. */
import { formatNumber } from '@/core/i18n/format'

import type { FieldCellProps } from '../cell-props'
import { NumberText } from '../number-text'
import { useFieldScope } from '../scope'

export function Cell({ value }: FieldCellProps<'integer'>) {
  const { locale } = useFieldScope()
  return <NumberText isNegative={Number(value) < 0}>{formatNumber(Number(value), locale)}</NumberText>
}
