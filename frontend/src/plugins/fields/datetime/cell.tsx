/** Shows an instant on the clock of the app's zone. */
import { formatInstant } from '@/core/i18n/format'
import { plainText } from '@/core/values/text'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'
import { useFieldScope } from '../scope'

export function Cell({ value }: FieldCellProps<'datetime'>) {
  const { locale, zone } = useFieldScope()
  return <span className={styles['number']}>{formatInstant(plainText(value), locale, zone)}</span>
}
