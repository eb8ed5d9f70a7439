/** Shows choices as coloured tags. */
import type { FieldCellProps } from '../cell-props'
import { ChoiceTag } from '../choice-tag'
import styles from '../fields.module.css'

export function Cell({ field, value, isFull }: FieldCellProps<'multi_choice'>) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  return (
    <span className={isFull ? styles['tags'] : `${styles['tags']} ${styles['tagsLine']}`}>
      {chosen.map((each) => (
        <ChoiceTag key={each} list={field.options.list} value={each} />
      ))}
    </span>
  )
}
