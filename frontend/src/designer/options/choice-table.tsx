/** The choices of a list as rows: words, colour, whether they are offered, in the order people see them. */
import { CloseOutlined, HolderOutlined, MergeOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm, Select, Switch, Tooltip } from 'antd'
import { memo, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Choice, Options } from '@/generated/metadata'
import { ColorTag } from '@/plugins/fields/choice-tag'
import { useLocale } from '@/ui/locale/interface-language'

import { useDraggingPart } from '../canvas/drag-context'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import { appOf } from '../drafting/draft'
import { useDrafting, type Drafting } from '../drafting/draft-context'
import inspector from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { MergeDialog } from './merge-dialog'
import styles from './options.module.css'
import { pastedChoices } from './pasted-choices'

export const CHOICES = 'choices'
export const COLORS = ['default', 'blue', 'green', 'gold', 'orange', 'red', 'purple', 'cyan', 'magenta', 'grey'] as const

export function ChoiceTable({ options }: { readonly options: Options }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const { languages } = appOf(draft)
  const [merged, merge] = useState<Choice | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).closest<HTMLElement>('[data-choice]')?.dataset['choice'] ?? -1)
    const choice = options.choices[at]
    if (!event.altKey || choice === undefined || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const index = at + (event.key === 'ArrowUp' ? -1 : 1)
    if (index >= 0 && index < options.choices.length) void edit('move_choice', { list: options.id, choice: choice.value, index })
  }
  return (
    <div role="presentation" onKeyDown={onKeyDown}>
      <ol className={styles['choices']} aria-label={t('options:choices')}>
        {options.choices.map((choice, index) => (
          <ChoiceRow key={choice.value} list={options.id} choice={choice} index={index} isLast={index === options.choices.length - 1} languages={languages} edit={edit} onMerge={merge} />
        ))}
        <QuickChoice options={options} languages={languages} />
      </ol>
      {merged !== null && <MergeDialog options={options} choice={merged} onClose={() => merge(null)} />}
    </div>
  )
}

interface ChoiceRowProps {
  readonly list: string
  readonly choice: Choice
  readonly index: number
  readonly isLast: boolean
  readonly languages: readonly string[]
  readonly edit: Drafting['edit']
  readonly onMerge: (choice: Choice) => void
}

/** Drawn again only when something of its own has changed: lists of hundreds stay quick. */
const ChoiceRow = memo(function ChoiceRow({ list, choice, index, isLast, languages, edit, onMerge }: ChoiceRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const setDropRef = useDropPlace(`choice:${choice.value}`, { kind: 'item', section: CHOICES, index, order: index, isWide: true })
  const { setNodeRef, setActivatorNodeRef, handle, isDragging } = useDragSource({ kind: 'field', field: choice.value }, 'choices')
  const mark = useMark(index, isLast)
  const name = text(choice.label, locale, choice.value)
  const set = (property: string, value: unknown) => void edit('set_choice', { list, choice: choice.value, property, value })
  return (
    <li
      ref={(element) => {
        setNodeRef(element)
        setDropRef(element)
      }}
      className={styles['choice']}
      data-retired={choice.retired === true}
      data-dragging={isDragging}
      data-mark={mark}
      data-choice={index}
    >
      <button type="button" ref={setActivatorNodeRef} {...handle} className={styles['handle']} aria-label={t('options:move', { name })}>
        <HolderOutlined aria-hidden />
      </button>
      <span className={styles['tag']}>
        <ColorTag color={choice.color} words={name} />
      </span>
      <LabelEntry languages={languages} label={choice.label} name={name} onCommit={(label) => label && set('label', label)} />
      <code className={styles['value']} title={t('options:value')}>
        {choice.value}
      </code>
      <Select
        size="small"
        variant="filled"
        className={styles['colors'] ?? ''}
        aria-label={t('designer:choice.color', { name })}
        value={choice.color ?? 'default'}
        options={COLORS.map((color) => ({ value: color, label: <ColorMark color={color} /> }))}
        onChange={(color) => set('color', color === 'default' ? null : color)}
      />
      <Tooltip title={t('designer:choice.offeredHint')}>
        <Switch size="small" checked={choice.retired !== true} aria-label={t('designer:choice.offered', { name })} onChange={(isOffered) => set('retired', isOffered ? null : true)} />
      </Tooltip>
      <Tooltip title={t('options:merge.open')}>
        <Button size="small" type="text" icon={<MergeOutlined aria-hidden />} disabled={isLast && index === 0} aria-label={t('options:merge.choice', { name })} onClick={() => onMerge(choice)} />
      </Tooltip>
      <Popconfirm title={t('options:removeAsk', { name })} description={t('options:removeHint')} okText={t('options:remove')} onConfirm={() => void edit('remove_choice', { list, choice: choice.value })}>
        <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('options:removeChoice', { name })} />
      </Popconfirm>
    </li>
  )
})

function ColorMark({ color }: { readonly color: string }) {
  const { t } = useTranslation()
  return (
    <span className={styles['colorChoice']}>
      <span className={inspector['color']} data-color={color} aria-hidden /> {t(`designer:color.${color}`)}
    </span>
  )
}

function useMark(index: number, isLast: boolean): 'before' | 'after' | undefined {
  return useDraggingPart(({ target }) => {
    if (target?.section !== CHOICES) return undefined
    if (target.index === index) return 'before'
    return isLast && target.index === index + 1 ? 'after' : undefined
  })
}

/** Type a choice, Enter, the next; lines are pasted at once. */
function QuickChoice({ options, languages }: { readonly options: Options; readonly languages: readonly string[] }) {
  const { t } = useTranslation()
  const language = documentLanguage(useLocale())
  const { edit } = useDrafting()
  const [typed, setTyped] = useState('')
  const inOrder = languages.includes(language) ? [language, ...languages.filter((each) => each !== language)] : languages
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed.trim() === '') return
    event.preventDefault()
    const [label] = pastedChoices(typed, inOrder)
    if (label) void edit('add_choice', { list: options.id, label })
    setTyped('')
  }
  const onPaste = (event: ClipboardEvent) => {
    const choices = pastedChoices(event.clipboardData.getData('text/plain'), inOrder)
    if (choices.length < 2 || typed !== '') return
    event.preventDefault()
    void edit('paste_choices', { list: options.id, choices })
  }
  return (
    <li className={styles['quick']}>
      <PlusOutlined aria-hidden />
      <input aria-label={t('options:new')} placeholder={t('options:newHint')} maxLength={500} value={typed} onChange={({ target }) => setTyped(target.value)} onKeyDown={onKeyDown} onPaste={onPaste} />
    </li>
  )
}
