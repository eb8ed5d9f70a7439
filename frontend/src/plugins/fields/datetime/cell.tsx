/** Shows an instant on the clock of the app's zone: in digits where it stands in a list, in words on a form. */
import { formatInstant } from '@/core/i18n/format'
import { wallMinute } from '@/core/values/instant'
import { plainText } from '@/core/values/text'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'
import { useFieldScope } from '../scope'

export function Cell({ value, isFull }: FieldCellProps<'datetime'>) {
  const { locale, zone } = useFieldScope()
  const instant = plainText(value)
  return <span className={styles['number']}>{isFull ? formatInstant(instant, locale, zone) : wallMinute(instant, zone)}</span>
}
