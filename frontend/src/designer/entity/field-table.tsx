/** All fields of an entity as one sheet: edited in place, chosen and moved like rows, added at the bottom. */
import { LoadingOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import { useCallback, useMemo, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Field, FieldType, Label } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDragging } from '../canvas/drag-context'
import { appOf, issuesAt, say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './entity.module.css'
import { formCounts, ownUnique, settingsInWords } from './entity-draft'
import { FieldRow, TABLE } from './field-row'
import { QuickAdd } from './quick-add'
import { chosenAfter } from './selection'
import { isTyping, stepThroughRows } from './table-keys'
import { KindIcon } from './type-menu'
import type { LineField } from './typed-lines'
import type { FieldEdits } from './use-field-edits'

/** A field on its way; the key tells it from another of the same label. */
export interface WaitingLine extends LineField {
  readonly key: number
}

interface FieldTableProps {
  readonly entity: Entity
  readonly edits: FieldEdits
  readonly chosen: readonly string[]
  /** Fields that were added and are not in the draft yet. */
  readonly waiting: readonly WaitingLine[]
  readonly onChoose: (fields: readonly string[]) => void
  readonly onType: (field: Field, type: FieldType) => void
  readonly onAdd: (lines: readonly LineField[]) => void
  readonly onAsk: (line: LineField) => void
}

const NO_EVENT = { shiftKey: false, ctrlKey: false, metaKey: false }

export function FieldTable({ entity, edits, chosen, waiting, onChoose, onType, onAdd, onAsk }: FieldTableProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const { languages } = appOf(draft)
  const order = useMemo(() => entity.fields.map(({ id }) => id), [entity])
  const counts = formCounts(draft, entity)
  const mark = useMark(order.length)
  const rowOf = useRows(entity)
  const press = useCallback(
    (field: string, event: MouseEvent) => {
      const isBox = event.target instanceof HTMLInputElement && event.target.dataset['cell'] === 'choose'
      const held = isBox && !event.shiftKey ? { ...NO_EVENT, ctrlKey: true } : event
      onChoose(chosenAfter(order, chosen, field, held))
    },
    [chosen, onChoose, order],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (movesRow(event, edits)) return
    if (stepThroughRows(event) || isTyping(event.target)) return
    if (event.key === 'Delete' && chosen.length > 0) void edits.remove(chosen)
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault()
      onChoose(order)
    }
    if (event.key === 'Escape') onChoose([])
  }
  return (
    <div className={styles['sheet']} role="presentation" onKeyDown={onKeyDown}>
      <table className={styles['table']} aria-label={t('entities:table.name')}>
        <Head languages={languages} isAll={chosen.length > 0 && chosen.length === order.length} onAll={(on) => onChoose(on ? order : [])} />
        <tbody>
          {entity.fields.map((field, index) => (
            <FieldRow
              key={field.id}
              {...rowOf(field, index)}
              index={index}
              languages={languages}
              forms={counts.get(field.id) ?? 0}
              isChosen={chosen.includes(field.id)}
              mark={mark(index)}
              edits={edits}
              onPress={press}
              onType={onType}
            />
          ))}
          {waiting.map(({ label, type, key }) => (
            <tr key={key} className={styles['waiting']}>
              <td className={styles['lead']}>
                <LoadingOutlined aria-hidden />
              </td>
              <td>
                <KindIcon type={type} />
              </td>
              <td colSpan={languages.length + 7}>{label}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <QuickAdd span={languages.length + 7} isFirst={entity.fields.length === 0} onAdd={onAdd} onAsk={onAsk} />
        </tfoot>
      </table>
    </div>
  )
}

/** What a row says about its field, in the language of the interface. */
function useRows(entity: Entity) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const inWords = (label: Label | undefined) => text(label, locale)
  return (field: Field, index: number) => {
    const issues = issuesAt(draft, `entities/${entity.name}.json`, ['fields', index])
    return {
      field,
      name: text(field.label, locale, field.name),
      settings: settingsInWords(draft, field, inWords),
      isUnique: ownUnique(entity, field.id) !== undefined,
      isTitle: entity.title === field.id,
      faults: issues.map((issue) => say(issue.words, locale)).join(' '),
      hasError: issues.some(({ severity }) => severity === 'error'),
    }
  }
}

/** Alt with an arrow moves the row the focus is in. */
function movesRow(event: KeyboardEvent, edits: FieldEdits): boolean {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
  if (!event.altKey || !row || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false
  event.preventDefault()
  const at = Number(row.dataset['row'])
  const to = at + (event.key === 'ArrowUp' ? -1 : 1)
  const id = row.dataset['id']
  if (id !== undefined && to >= 0) edits.move(id, to)
  return true
}

/** On which side of a row the drop mark stands. */
function useMark(count: number) {
  const { target } = useDragging()
  return (index: number): 'before' | 'after' | undefined => {
    if (target?.section !== TABLE) return undefined
    if (target.index === index) return 'before'
    return index === count - 1 && target.index === count ? 'after' : undefined
  }
}

interface HeadProps {
  readonly languages: readonly string[]
  readonly isAll: boolean
  readonly onAll: (on: boolean) => void
}

function Head({ languages, isAll, onAll }: HeadProps) {
  const { t } = useTranslation()
  const titles = [
    { key: 'type', width: 112 },
    ...languages.map((language) => ({ key: `label-${language}`, width: 132, words: t('entities:column.label', { language: t(`designer:language.${language}`) }) })),
    { key: 'name', width: 112 },
    { key: 'required', width: 46 },
    { key: 'unique', width: 46 },
    { key: 'indexed', width: 46 },
    { key: 'default', width: 120 },
    { key: 'settings' },
    { key: 'forms', width: 76 },
  ]
  return (
    <thead>
      <tr>
        <th scope="col" className={styles['lead']}>
          <Checkbox checked={isAll} aria-label={t('entities:table.all')} onChange={({ target }) => onAll(target.checked)} />
        </th>
        {titles.map((title) => (
          <th key={title.key} scope="col" style={'width' in title ? { width: title.width } : {}} title={'words' in title ? undefined : t(`entities:column.${title.key}.hint`)}>
            {'words' in title ? title.words : t(`entities:column.${title.key}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
