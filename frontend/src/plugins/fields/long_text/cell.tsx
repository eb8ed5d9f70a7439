/** Shows text of several lines: on one line in a list, as it was typed on a form. */
import { plainText } from '@/core/values/text'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'

export function Cell({ value, isFull }: FieldCellProps<'long_text'>) {
  const text = plainText(value)
  return isFull ? <div className={styles['paragraph']}>{text}</div> : <span className={styles['line']}>{text.replaceAll(/\s+/g, ' ')}</span>
}
