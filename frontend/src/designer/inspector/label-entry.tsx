/** A label in every language of the app. */
import { useTranslation } from 'react-i18next'

import type { Label } from '@/generated/metadata'

import { CommittedInput } from './committed-input'
import styles from './inspector.module.css'

interface LabelEntryProps {
  readonly languages: readonly string[]
  readonly label: Label | undefined
  readonly name: string
  /** The whole label after the change; without any text, null. */
  readonly onCommit: (label: Label | null) => void
  readonly rows?: number
  readonly maxLength?: number
}

const NO_LABEL: Label = {}

export function LabelEntry({ languages, label = NO_LABEL, name, onCommit, rows, maxLength = 500 }: LabelEntryProps) {
  const { t } = useTranslation()
  const commit = (language: string, text: string) => {
    const kept = Object.entries({ ...label, [language]: text.trim() }).filter(([, words]) => words !== '')
    onCommit(kept.length > 0 ? Object.fromEntries(kept) : null)
  }
  return (
    <div className={styles['languages']}>
      {languages.map((language) => (
        <div key={language} className={styles['language']}>
          <span className={styles['languageMark']} aria-hidden>
            {t(`designer:language.${language}`)}
          </span>
          <CommittedInput
            value={label[language] ?? ''}
            onCommit={(text) => commit(language, text)}
            ariaLabel={`${name} (${t(`designer:language.${language}`)})`}
            maxLength={maxLength}
            {...(rows !== undefined && { rows })}
          />
        </div>
      ))}
    </div>
  )
}
