/** One choice as a coloured tag, in the reader's language. A value its list no longer has is shown as it is stored. */
import { text } from '@/core/i18n/text'

import styles from './fields.module.css'
import { choicesOf, useFieldScope } from './scope'

interface ChoiceTagProps {
  readonly list: string
  readonly value: string
}

export function ChoiceTag({ list, value }: ChoiceTagProps) {
  const scope = useFieldScope()
  const choice = choicesOf(scope, list).find((each) => each.value === value)
  return (
    <span className={styles['tag']} data-color={choice?.color ?? 'default'}>
      {text(choice?.label, scope.locale, value)}
    </span>
  )
}
