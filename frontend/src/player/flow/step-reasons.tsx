/** Why a step went as it did: every decision in it in the reader's language, with what it looked at. */
import { text } from '@/core/i18n/text'
import type { RunStep } from '@/shared/flows/wire'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './flow.module.css'

export function StepReasons({ step: { words } }: { readonly step: RunStep }) {
  const locale = useLocale()
  const sentences = [...new Set(words.map((sentence) => text(sentence, locale)))]
  return (
    <ul className={styles['reasons']}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
