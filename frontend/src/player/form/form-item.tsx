/** One item of the form: its field as input, as sheet of lines, or as value, by what the person may do now. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isComputed, isLinesField, type FormLine } from '@/core/forms/entry'
import type { PlannedItem } from '@/core/forms/plan'
import { isBlank, type Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { FieldFrame } from '@/plugins/fields/field-frame'
import { FieldInput } from '@/plugins/fields/field-input'
import { LinesEditor } from '@/plugins/fields/lines/lines-editor'
import type { LinesEditorProps } from '@/plugins/fields/lines/lines-editor-props'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'

import { inputId } from './input-id'
import styles from './form.module.css'
import { RuleLink } from './rule-link'

interface FormItemProps {
  readonly item: PlannedItem
  readonly isRequired: boolean
  readonly isLocked: boolean
  readonly value: Value | undefined
  readonly lines: readonly FormLine[]
  /** Of a choice, what may be chosen now. */
  readonly choices: readonly string[] | undefined
  /** Of a link, a condition over the records that may be chosen now. */
  readonly candidates: string | undefined
  readonly fault: string | undefined
  readonly cellFaults: LinesEditorProps['faults']
  readonly onValue: (name: string, value: Value) => void
  readonly onLines: (name: string, lines: readonly FormLine[]) => void
  readonly onHistory: (direction: 'undo' | 'redo') => void
}

/** Typing in one field draws that field alone. */
export const FormItem = memo(function FormItem(props: FormItemProps) {
  const { item, isRequired, isLocked, fault } = props
  const { locale } = useFieldScope()
  const { field } = item
  const id = inputId(field.id)
  const isSheet = isLinesField(field)
  return (
    <div className={styles['item']} style={{ gridColumn: `span ${item.span}` }}>
      <FieldFrame
        id={id}
        label={text(field.label, locale, field.name)}
        help={field.help}
        isRequired={isRequired && !isLocked}
        isRead={isLocked || isSheet}
        fault={fault}
      >
        {(describedBy) => <ItemControl {...props} id={id} describedBy={describedBy} />}
      </FieldFrame>
    </div>
  )
})

function ItemControl(props: FormItemProps & { readonly id: string; readonly describedBy: string | undefined }) {
  const { item, isLocked, value, fault, id, describedBy, onValue } = props
  const { field, access } = item
  if (access === 'masked') return <MaskedValue />
  if (isLinesField(field)) return <ItemLines {...props} />
  if (isLocked) return <ReadValue item={item} value={value} />
  return (
    <FieldInput
      field={narrowed(field, props.candidates)}
      offered={props.choices}
      value={value ?? null}
      id={id}
      isInvalid={fault !== undefined}
      {...(describedBy !== undefined && { describedBy })}
      onChange={(next) => onValue(field.name, next)}
    />
  )
}

/** A link whose candidates must meet one condition more. */
function narrowed(field: Field, candidates: string | undefined): Field {
  if (field.type !== 'link' || candidates === undefined) return field
  const { filter } = field.options
  return { ...field, options: { ...field.options, filter: filter === undefined ? candidates : `(${filter}) AND (${candidates})` } }
}

function ItemLines({ item, isLocked, lines, cellFaults, id, onLines, onHistory }: FormItemProps & { readonly id: string }) {
  const { locale } = useFieldScope()
  const { field } = item
  if (!isLinesField(field)) return null
  return (
    <LinesEditor
      id={id}
      field={field}
      lines={lines}
      faults={cellFaults}
      isLocked={isLocked}
      label={text(field.label, locale, field.name)}
      onChange={(next) => onLines(field.name, next)}
      onHistory={onHistory}
    />
  )
}

function ReadValue({ item, value }: Pick<FormItemProps, 'item' | 'value'>) {
  const { t } = useTranslation()
  const isYetToBeNumbered = item.field.type === 'sequence' && isBlank(value)
  const scope = useFieldScope()
  const isAtEnd = specOf(shownField(item.field, scope)).align === 'end'
  const className = [styles['read'], isComputed(item.field) && styles['computed'], isAtEnd && styles['atEnd']].filter(Boolean).join(' ')
  return (
    <div className={className}>
      {isYetToBeNumbered ? <span className={styles['hint']}>{t('record:numbered')}</span> : <FieldCell field={item.field} value={value} isFull />}
      <RuleLink field={item.field} />
    </div>
  )
}

function MaskedValue() {
  const { t } = useTranslation()
  return (
    <div className={styles['read']}>
      <span aria-hidden>••••••</span>
      <span className="visually-hidden">{t('record:masked')}</span>
    </div>
  )
}
