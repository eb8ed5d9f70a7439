/** Shows a decimal number with grouping and its unit. */
import { formatNumber } from '@/core/i18n/format'
import { isDecimalText } from '@/core/values/decimal'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'
import { scaleOf } from '../number-scale'
import { NumberText } from '../number-text'
import { useFieldScope } from '../scope'

export function Cell({ field, value }: FieldCellProps<'decimal'>) {
  const { locale } = useFieldScope()
  if (!isDecimalText(value)) return null
  const { unit } = field.options ?? {}
  return (
    <NumberText isNegative={value.startsWith('-')}>
      {formatNumber(value, locale, scaleOf(field))}
      {unit !== undefined && <span className={styles['unit']}>{unit}</span>}
    </NumberText>
  )
}
