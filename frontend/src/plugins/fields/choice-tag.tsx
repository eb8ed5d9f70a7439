/** One choice as a coloured tag, in the reader's language. A value its list no longer has is shown as it is stored. */
import { text } from '@/core/i18n/text'

import styles from './fields.module.css'
import { choicesOf, useFieldScope } from './scope'

interface ColorTagProps {
  /** As choices name their colours. */
  readonly color: string | undefined
  readonly words: string
}

export function ColorTag({ color = 'default', words }: ColorTagProps) {
  return (
    <span className={styles['tag']} data-color={color}>
      {words}
    </span>
  )
}

interface ChoiceTagProps {
  readonly list: string
  readonly value: string
}

export function ChoiceTag({ list, value }: ChoiceTagProps) {
  const scope = useFieldScope()
  const choice = choicesOf(scope, list).find((each) => each.value === value)
  return <ColorTag color={choice?.color} words={text(choice?.label, scope.locale, value)} />
}
