/** Shows one line of text. */
import { plainText } from '@/core/values/text'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'

export function Cell({ value, isFull }: FieldCellProps<'text'>) {
  return <span className={isFull ? styles['paragraph'] : styles['line']}>{plainText(value)}</span>
}
