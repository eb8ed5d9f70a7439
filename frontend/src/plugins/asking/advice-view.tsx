/** What is wrong with a question and the ways out as buttons; and what a sound one does that is easily misread. */
import { InfoCircleOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { issueText } from '@/core/issues/issue-text'
import type { Label } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { adviceOn, type Advice } from './advice'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { notesOn } from './notes'

export function AdviceView() {
  const asking = useAsking()
  const advice = adviceOn(asking).filter(({ choices }) => choices.length > 0)
  const notes = asking.issues.length > 0 ? [] : notesOn(asking.definition.entities, asking.shelves)
  return (
    <>
      {advice.map((each) => (
        <Choices key={each.issue.code + each.issue.pointer} advice={each} />
      ))}
      {notes.length > 0 && <Notes notes={notes} />}
    </>
  )
}

function Choices({ advice: { issue, choices } }: { readonly advice: Advice }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { change } = useAsking()
  return (
    <section className={styles['advice']} aria-label={t('explore:advice')}>
      <p>
        <WarningFilled aria-hidden /> {issueText(t, issue)}
      </p>
      <div className={styles['choices']}>
        {choices.map(({ key, labels, shelves }) => {
          const words = t(`explore:advice.${key}`, said(labels, (label) => text(label, locale)))
          return (
            <Button key={words} size="small" onClick={() => change(shelves)}>
              {words}
            </Button>
          )
        })}
      </div>
    </section>
  )
}

function Notes({ notes }: { readonly notes: ReturnType<typeof notesOn> }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <ul className={styles['notes']} aria-label={t('explore:notes')}>
      {notes.map(({ key, labels }) => (
        <li key={key}>
          <InfoCircleOutlined aria-hidden /> {t(`explore:note.${key}`, said(labels, (each) => list.format(each.map((label) => text(label, locale)))))}
        </li>
      ))}
    </ul>
  )
}

function said<T extends Label | readonly Label[]>(labels: Readonly<Record<string, T>>, words: (label: T) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, words(label)]))
}
