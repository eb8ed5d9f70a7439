/** The last thing asked before an app is made: what it is called, in which languages, and who uses it. */
import { Checkbox, Form, Input, Modal, Switch, type InputRef } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import type { Label } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { AudienceEntry } from './audience-entry'
import styles from './start.module.css'
import { useMakeApp, type Audience, type Language, type Starter } from './starts'

const LANGUAGES: readonly Language[] = ['zh', 'en']

interface BeginDialogProps {
  /** The starter to begin from; without one the app is blank. */
  readonly starter?: Starter | undefined
  readonly onClose: () => void
}

export function BeginDialog({ starter, onClose }: BeginDialogProps) {
  const { t } = useTranslation()
  const own = documentLanguage(useLocale())
  const [label, setLabel] = useState<Label>(starter?.label ?? {})
  const [languages, setLanguages] = useState<readonly Language[]>(starter?.languages ?? [own])
  const [audience, setAudience] = useState<Audience>('nobody')
  const [samples, setSamples] = useState(true)
  const first = useRef<InputRef>(null)
  const { mutate, isPending, error } = useMakeApp()
  const shown = LANGUAGES.filter((each) => languages.includes(each)).toSorted((a) => (a === own ? -1 : 1))
  const isNamed = shown.some((each) => (label[each] ?? '').trim() !== '')
  const make = () => {
    if (!isNamed || isPending) return
    const wish = { label: kept(label, languages), languages: shown, audience }
    mutate(starter === undefined ? wish : { ...wish, starter: starter.key, samples: samples && starter.has_samples })
  }
  // The form around the field would be sent by the same key, and the app made twice.
  const makeOnce = (event: KeyboardEvent) => {
    event.preventDefault()
    make()
  }
  return (
    <Modal
      open
      title={t(starter === undefined ? 'starts:blank.title' : 'starts:starter.title')}
      okText={t('starts:make')}
      okButtonProps={{ disabled: !isNamed, loading: isPending }}
      cancelText={t('common:cancel')}
      onOk={make}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && first.current?.focus({ cursor: 'all' })}
      width={560}
    >
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <Form layout="vertical" className={styles['begin'] ?? ''}>
        {shown.map((language, place) => (
          <Form.Item key={language} label={t(languages.length > 1 ? `starts:label.${language}` : 'starts:label')} htmlFor={`app-label-${language}`}>
            <Input
              id={`app-label-${language}`}
              ref={place === 0 ? first : null}
              value={label[language] ?? ''}
              maxLength={100}
              placeholder={t('starts:label.example')}
              onChange={({ target }) => setLabel({ ...label, [language]: target.value })}
              onPressEnter={makeOnce}
            />
          </Form.Item>
        ))}
        {starter === undefined && <LanguageChoice own={own} value={languages} onChange={setLanguages} />}
        {starter?.has_samples === true && (
          <Form.Item label={t('starts:samples')} htmlFor="app-samples" help={t('starts:samples.hint')}>
            <Switch id="app-samples" checked={samples} onChange={setSamples} />
          </Form.Item>
        )}
        <Form.Item label={t('starts:audience')} help={t('starts:audience.hint')}>
          <AudienceEntry value={audience} onChange={setAudience} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

interface LanguageChoiceProps {
  readonly own: Language
  readonly value: readonly Language[]
  readonly onChange: (languages: readonly Language[]) => void
}

/** Whether the app is written in the second language too; one is enough to begin. */
function LanguageChoice({ own, value, onChange }: LanguageChoiceProps) {
  const { t } = useTranslation()
  const other: Language = own === 'zh' ? 'en' : 'zh'
  return (
    <Form.Item>
      <Checkbox checked={value.includes(other)} onChange={({ target }) => onChange(target.checked ? [own, other] : [own])}>
        {t(`starts:languages.${other}`)}
      </Checkbox>
    </Form.Item>
  )
}

function kept(label: Label, languages: readonly Language[]): Label {
  const written = languages.map((each) => [each, (label[each] ?? '').trim()] as const)
  return Object.fromEntries(written.filter(([, words]) => words !== ''))
}
