/** A field in the making, where it was dropped: its label is typed at once, and what its type cannot do without. */
import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'
import type { Entity, FieldType, Form } from '@/generated/metadata'

import type { DropTarget } from '../canvas/drag-subject'
import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { columnsOf } from '../inspector/field-place'
import { OptionControl } from '../inspector/option-control'
import { FIRST_OPTIONS, NEEDED, OPTION_ENTRIES } from '../inspector/option-entries'
import { KIND_ICONS } from '../palette/field-kinds'
import { readChoices } from './choice-lines'
import styles from './form.module.css'

export interface Pending {
  readonly type: FieldType
  readonly target: DropTarget
}

interface PendingFieldProps extends Pending {
  readonly form: Form
  readonly entity: Entity
  readonly language: DocumentLanguage
  readonly span: number
  /** The new field, or null when there is none. */
  readonly onDone: (field: string | null) => void
}

/** Types that take the whole width. */
const WIDE: ReadonlySet<FieldType> = new Set(['lines', 'long_text'])
// A formula is written in the panel, where there is room for it.
const LATER: ReadonlySet<string> = new Set(['expression', 'result', 'format', 'list'])

export function PendingField(props: PendingFieldProps) {
  const { entity, type, span, onDone } = props
  const { t } = useTranslation()
  const input = useRef<InputRef>(null)
  const [label, setLabel] = useState('')
  const [choices, setChoices] = useState('')
  const [options, setOptions] = useState<Readonly<Record<string, unknown>>>(FIRST_OPTIONS[type] ?? {})
  const [isTried, setTried] = useState(false)
  const add = useAdding(props)
  useEffect(() => input.current?.focus(), [])
  const needed = OPTION_ENTRIES[type].filter(({ key }) => NEEDED[type]?.includes(key) && !LATER.has(key))
  const isReady = needed.every(({ key }) => Boolean(options[key]))
  const finish = () => {
    setTried(true)
    if (isReady) void add(label, choices, options)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onDone(null)
    const isText = event.target instanceof HTMLTextAreaElement
    if (event.key === 'Enter' && (isText ? event.ctrlKey : event.target === input.current?.input)) finish()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isLeft = relatedTarget !== null && !currentTarget.contains(relatedTarget)
    if (isLeft && isReady) finish()
  }
  const listening = { onKeyDown, onBlur, onClick: (event: MouseEvent) => event.stopPropagation() }
  const Drawn = KIND_ICONS[type]
  const isChoice = type === 'choice' || type === 'multi_choice'
  return (
    <div {...listening} className={styles['pending']} style={{ gridColumn: `span ${span}` }} role="group" aria-label={t('forms:new.title', { type: t(`designer:type.${type}`) })}>
      <div className={styles['pendingHead']}>
        <Drawn aria-hidden />
        <Input
          ref={input}
          size="small"
          variant="filled"
          aria-label={t('forms:new.label')}
          placeholder={t(`designer:type.${type}`)}
          maxLength={500}
          value={label}
          onChange={({ target }) => setLabel(target.value)}
        />
        <Button size="small" type="text" icon={<CheckOutlined aria-hidden />} aria-label={t('forms:new.add')} title={t('forms:new.addHint')} onClick={finish} />
        <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('forms:new.cancel')} onClick={() => onDone(null)} />
      </div>
      {isChoice && (
        <Input.TextArea
          size="small"
          aria-label={t('forms:new.choices')}
          placeholder={t('forms:new.choicesHint')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={choices}
          onChange={({ target }) => setChoices(target.value)}
        />
      )}
      {needed.map((entry) => (
        <OptionControl key={entry.key} entry={entry} entity={entity} options={options} onChange={(value) => setOptions({ ...options, [entry.key]: value ?? undefined })} />
      ))}
      {isTried && !isReady && (
        <p className={styles['pendingNote']} role="alert">
          {t('forms:new.incomplete')}
        </p>
      )}
    </div>
  )
}

/** Makes the field once; the label is typed in the language that is looked at. */
function useAdding({ form, entity, type, target, language, onDone }: PendingFieldProps) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const isOver = useRef(false)
  return async (typed: string, choices: string, options: Readonly<Record<string, unknown>>) => {
    if (isOver.current) return
    isOver.current = true
    const label = { [language]: typed.trim() || t(`designer:type.${type}`) }
    const file = `entities/${entity.name}.json`
    const before = new Set(idsIn(entity))
    const place = target.lines === undefined ? placeOnForm(form, target, type) : { lines: target.lines, position: target.index }
    const after = await edit('add_field', { entity: entity.id, type, label, options, ...place, ...(choices.trim() !== '' && { choices: readChoices(choices, languagesFrom(appOf(draft).languages, language)) }) })
    const made = after?.documents[file] as Entity | undefined
    onDone((made && idsIn(made).find((id) => !before.has(id))) ?? null)
  }
}

function placeOnForm(form: Form, target: DropTarget, type: FieldType) {
  const section = form.layout.find(({ id }) => id === target.section)
  const columns = section?.columns ?? form.columns ?? 2
  return { form: form.id, section: target.section, index: target.index, ...(WIDE.has(type) && columns > 1 && { span: columns }) }
}

/** The language that is looked at comes first in a line of choices. */
function languagesFrom(languages: readonly string[], first: string): string[] {
  return [first, ...languages.filter((each) => each !== first)]
}

function idsIn(entity: Entity): string[] {
  return entity.fields.flatMap((field) => [field.id, ...columnsOf(field).map(({ id }) => id)])
}
