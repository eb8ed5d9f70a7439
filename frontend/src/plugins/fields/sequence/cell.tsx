/** Shows a running number. */
import { plainText } from '@/core/values/text'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'

export function Cell({ value, isFull }: FieldCellProps<'sequence'>) {
  return <span className={isFull ? styles['paragraph'] : styles['line']}>{plainText(value)}</span>
}
