/** Shows a calendar day: in digits of one width where it stands in a list, in words on a form. */
import { formatDate } from '@/core/i18n/format'
import { plainText } from '@/core/values/text'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'
import { useFieldScope } from '../scope'

export function Cell({ value, isFull }: FieldCellProps<'date'>) {
  const { locale } = useFieldScope()
  const day = plainText(value)
  return <span className={styles['number']}>{isFull ? formatDate(day, locale) : day}</span>
}
