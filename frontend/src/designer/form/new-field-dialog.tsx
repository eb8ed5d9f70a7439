/** What must be known before a new field can be made: what it is called, and what its type needs. */
import { Alert, Input, Modal, Switch, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, FieldType, Form, Label } from '@/generated/metadata'

import type { DropTarget } from '../canvas/drag-subject'
import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import inspector from '../inspector/inspector.module.css'
import { OptionControl } from '../inspector/option-control'
import { FIRST_OPTIONS, NEEDED, OPTION_ENTRIES } from '../inspector/option-entries'
import { Property } from '../inspector/property'
import { readChoices } from './choice-lines'
import styles from './form.module.css'

interface NewFieldDialogProps {
  readonly form: Form
  readonly entity: Entity
  readonly type: FieldType
  readonly target: DropTarget
  readonly onDone: (field: string | null) => void
}

type OptionValues = Readonly<Record<string, unknown>>

export function NewFieldDialog({ form, entity, type, target, onDone }: NewFieldDialogProps) {
  const { t } = useTranslation()
  const { draft, edit, isSaving } = useDrafting()
  const { languages } = appOf(draft)
  const [label, setLabel] = useState<Label>({})
  const [isRequired, setRequired] = useState(false)
  const [options, setOptions] = useState<OptionValues>(FIRST_OPTIONS[type] ?? {})
  const [choices, setChoices] = useState('')
  const isChoice = type === 'choice' || type === 'multi_choice'
  const [isTried, setTried] = useState(false)
  const needed = (NEEDED[type] ?? []).filter(() => !isChoice || choices.trim() === '')
  const isReady = Object.values(label).some((words) => words.trim() !== '') && needed.every((key) => Boolean(options[key]))

  const add = async () => {
    setTried(true)
    if (!isReady) return
    const before = new Set(entity.fields.map(({ id }) => id))
    const after = await edit('add_field', {
      entity: entity.id,
      type,
      label: trimmed(label),
      required: isRequired,
      options: options['list'] === undefined || choices.trim() === '' ? options : {},
      choices: readChoices(choices, languages),
      form: form.id,
      section: target.section,
      index: target.index,
      ...(type === 'lines' && { span: form.columns ?? 2 }),
    })
    const made = (after?.documents[`entities/${entity.name}.json`] as Entity | undefined)?.fields.find(({ id }) => !before.has(id))
    if (made) onDone(made.id)
  }
  return (
    <Modal
      open
      width={460}
      title={t('designer:new.title', { type: t(`designer:type.${type}`) })}
      okText={t('designer:new.add')}
      okButtonProps={{ loading: isSaving }}
      onOk={() => void add()}
      onCancel={() => onDone(null)}
    >
      <form
        className={styles['dialog']}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        {languages.map((language, at) => (
          <Property key={language} title={t('designer:new.label', { language: t(`designer:language.${language}`) })}>
            {({ id }) => <LabelInput id={id} isFirst={at === 0} value={label[language] ?? ''} onChange={(words) => setLabel({ ...label, [language]: words })} />}
          </Property>
        ))}
        {isChoice && options['list'] === undefined && <ChoicesEntry value={choices} onChange={setChoices} />}
        {OPTION_ENTRIES[type]
          .filter(({ key }) => NEEDED[type]?.includes(key) && !(isChoice && choices.trim() !== ''))
          .map((entry) => (
            <OptionControl
              key={entry.key}
              entry={entry}
              entity={entity}
              options={options}
              onChange={(value) => setOptions({ ...options, [entry.key]: value ?? undefined })}
            />
          ))}
        {!['formula', 'lookup', 'sequence', 'lines', 'switch'].includes(type) && (
          <Property title={t('designer:field.required')} isInline>
            {({ id }) => <Switch id={id} size="small" checked={isRequired} onChange={setRequired} />}
          </Property>
        )}
        {isTried && !isReady && <Alert type="warning" showIcon role="alert" title={t('designer:new.incomplete')} />}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Modal>
  )
}

interface LabelInputProps {
  readonly id: string
  readonly isFirst: boolean
  readonly value: string
  readonly onChange: (words: string) => void
}

/** The first one is ready to be typed into as soon as the dialog is there. */
function LabelInput({ id, isFirst, value, onChange }: LabelInputProps) {
  const input = useRef<InputRef>(null)
  useEffect(() => {
    if (isFirst) input.current?.focus()
  }, [isFirst])
  return <Input id={id} ref={input} maxLength={500} value={value} onChange={({ target }) => onChange(target.value)} />
}

function ChoicesEntry({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <Property title={t('designer:new.choices')} hint={t('designer:new.choicesHint')}>
      {({ id, describedBy }) => (
        <Input.TextArea
          id={id}
          aria-describedby={describedBy}
          className={inspector['full'] ?? ''}
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Property>
  )
}

function trimmed(label: Label): Label {
  const kept = Object.entries(label).map(([language, words]) => [language, words.trim()] as const)
  return Object.fromEntries(kept.filter(([, words]) => words !== ''))
}
