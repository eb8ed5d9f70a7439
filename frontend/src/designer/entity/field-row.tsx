/** One field as a row of the sheet: everything about it that fits a line, edited in place. */
import { HolderOutlined, WarningFilled } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { memo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Field, FieldType } from '@/generated/metadata'

import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import styles from './entity.module.css'
import { FIXED, NOT_ENTERED } from './kinds'
import { SheetInput } from './sheet-input'
import { TypeMenu } from './type-menu'
import type { FieldEdits } from './use-field-edits'

interface FieldRowProps {
  readonly field: Field
  readonly name: string
  readonly index: number
  readonly languages: readonly string[]
  readonly settings: string
  readonly forms: number
  readonly isUnique: boolean
  readonly isChosen: boolean
  readonly isTitle: boolean
  readonly mark: 'before' | 'after' | undefined
  readonly faults: string
  readonly hasError: boolean
  readonly edits: FieldEdits
  readonly onPress: (field: string, event: MouseEvent) => void
  readonly onType: (field: Field, type: FieldType) => void
}

/** Fields are placed among others like rows of a list. */
export const TABLE = 'fields'

export const FieldRow = memo(DrawnRow, isSame)

/** Edits are made anew with every draft; rows are drawn anew only when they show something else. */
function isSame(one: FieldRowProps, other: FieldRowProps): boolean {
  const shown = ['field', 'name', 'index', 'languages', 'settings', 'forms', 'isUnique', 'isChosen', 'isTitle', 'mark', 'faults', 'edits', 'onPress'] as const
  return shown.every((key) => one[key] === other[key])
}

function DrawnRow({ field, name, index, languages, settings, forms, isUnique, isChosen, isTitle, mark, faults, hasError, edits, onPress, onType }: FieldRowProps) {
  const { t } = useTranslation()
  const setDropRef = useDropPlace(`row:${field.id}`, { kind: 'item', section: TABLE, index, order: index, isWide: true })
  const { setNodeRef, setActivatorNodeRef, handle, isDragging } = useDragSource({ kind: 'field', field: field.id }, 'table')
  const isEntered = !NOT_ENTERED.includes(field.type)
  const isStored = !['lookup', 'rollup', 'lines', 'attachment'].includes(field.type)
  const cell = (column: string) => t('entities:table.cell', { column, field: name })
  const setLabel = (language: string, words: string) => {
    const kept = Object.entries({ ...field.label, [language]: words }).filter(([, each]) => each !== '')
    if (kept.length > 0) edits.set(field.id, 'label', Object.fromEntries(kept))
  }
  return (
    <tr
      ref={(element) => {
        setNodeRef(element)
        setDropRef(element)
      }}
      className={styles['row']}
      data-row={index}
      data-id={field.id}
      data-field={field.name}
      data-chosen={isChosen}
      data-dragging={isDragging}
      data-mark={mark}
      onClick={(event) => onPress(field.id, event)}
    >
      <td className={styles['lead']}>
        <button type="button" ref={setActivatorNodeRef} {...handle} className={styles['handle']} aria-label={t('entities:table.move', { field: name })}>
          <HolderOutlined aria-hidden />
        </button>
        <input type="checkbox" data-cell="choose" checked={isChosen} readOnly aria-label={t('entities:table.choose', { field: name })} />
        {faults !== '' && (
          <Tooltip title={faults}>
            <WarningFilled className={styles['fault'] ?? ''} data-severity={hasError ? 'error' : 'warning'} aria-label={faults} />
          </Tooltip>
        )}
      </td>
      <td>
        <TypeMenu type={field.type} label={cell(t('entities:column.type'))} cell="type" without={FIXED} isDisabled={FIXED.includes(field.type)} onChosen={(type) => onType(field, type)} />
      </td>
      {languages.map((language) => (
        <td key={language}>
          <SheetInput
            cell={`label-${language}`}
            label={cell(t('entities:column.label', { language: t(`designer:language.${language}`) }))}
            value={field.label[language] ?? ''}
            onCommit={(words) => setLabel(language, words)}
          />
        </td>
      ))}
      <td>
        <SheetInput isCode cell="name" label={cell(t('entities:column.name'))} value={field.name} onCommit={(typed) => edits.rename(field.id, typed)} />
      </td>
      <Flag cell="required" label={cell(t('entities:column.required'))} value={field.required === true} isDisabled={!isEntered || field.type === 'lines'} onChange={(on) => edits.set(field.id, 'required', on || null)} />
      <Flag cell="unique" label={cell(t('entities:column.unique'))} value={isUnique} isDisabled={!isStored || field.type === 'multi_choice'} onChange={(on) => edits.setUnique(field.id, on)} />
      <Flag cell="indexed" label={cell(t('entities:column.indexed'))} value={field.indexed === true} isDisabled={!isStored} onChange={(on) => edits.set(field.id, 'indexed', on || null)} />
      <td>
        <SheetInput
          isCode
          cell="default"
          label={cell(t('entities:column.default'))}
          value={field.default ?? ''}
          isDisabled={!isEntered || field.type === 'lines'}
          onCommit={(typed) => edits.set(field.id, 'default', typed || null)}
        />
      </td>
      <td className={styles['settings']} title={settings}>
        {settings}
      </td>
      <td className={styles['count']}>
        {forms}
        {isTitle && <span className={styles['title']}>{t('entities:table.title')}</span>}
      </td>
    </tr>
  )
}

interface FlagProps {
  readonly cell: string
  readonly label: string
  readonly value: boolean
  readonly isDisabled: boolean
  readonly onChange: (value: boolean) => void
}

function Flag({ cell, label, value, isDisabled, onChange }: FlagProps) {
  return (
    <td className={styles['flag']}>
      <input type="checkbox" data-cell={cell} aria-label={label} checked={value} disabled={isDisabled} onChange={({ target }) => onChange(target.checked)} />
    </td>
  )
}
