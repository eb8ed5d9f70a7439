/** A record as a card: what names it, then its facts. The whole card opens it; links among the facts lead elsewhere. */
import type { ReactNode } from 'react'

import { text } from '@/core/i18n/text'
import { isBlank, type Value } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { titleField } from '@/shared/definition/definition'
import { recordTitle, type StoredRecord } from '@/shared/records/record'
import { useLocale } from '@/ui/locale/interface-language'

import { colorClass } from './color-class'
import type { ShownColumn } from './columns'
import { cellColor, rowColor } from './record-colors'
import styles from './views.module.css'

interface RecordCardProps {
  readonly record: StoredRecord
  readonly entity: Entity
  readonly fields: readonly Field[]
  readonly onOpen: (record: StoredRecord) => void
  /** Makes the card something to be dragged: spread on its button. */
  readonly handle?: object | undefined
  readonly handleRef?: ((element: HTMLElement | null) => void) | undefined
  /** Above the words. */
  readonly picture?: ReactNode
}

export function RecordCard({ record, entity, fields, onOpen, handle, handleRef, picture }: RecordCardProps) {
  const locale = useLocale()
  const title = titleField(entity)
  const facts = fields.filter(({ id, name }) => id !== title?.id && !isBlank(record[name] as Value | undefined))
  const titleValue = title && (record[title.name] as Value)
  return (
    <>
      {picture}
      <button {...handle} ref={handleRef} type="button" className={styles['cardTitle']} onClick={() => onOpen(record)} data-color={rowColor(record)}>
        {title && !isBlank(titleValue) ? <FieldCell field={title} value={titleValue} /> : recordTitle(entity, record)}
      </button>
      {facts.map((field) => (
        <span key={field.id} className={styles['cardField']}>
          <span className={styles['cardLabel']}>{text(field.label, locale, field.name)}</span>
          <span className={[styles['cardValue'], colorClass(cellColor(record, field.id), 'cell')].filter(Boolean).join(' ')}>
            <FieldCell field={field} value={record[field.name] as Value} />
          </span>
        </span>
      ))}
    </>
  )
}

/** Fields of a card: as the view shows them, without what lays it out. */
export function cardFields(columns: readonly ShownColumn[], most: number, ...without: readonly (Field | undefined)[]): readonly Field[] {
  const hidden = new Set(without.map((field) => field?.id))
  return columns.map(({ field }) => field).filter(({ id }) => !hidden.has(id)).slice(0, most)
}
