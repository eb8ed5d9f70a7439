/** Shows a calendar day. */
import { formatDate } from '@/core/i18n/format'
import { plainText } from '@/core/values/text'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'
import { useFieldScope } from '../scope'

export function Cell({ value }: FieldCellProps<'date'>) {
  const { locale } = useFieldScope()
  return <span className={styles['number']}>{formatDate(plainText(value), locale)}</span>
}
