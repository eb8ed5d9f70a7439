/** The changes of one save in words: field by field before and after, lines as added, removed or changed. */
import { RollbackOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isComputed, isLinesField } from '@/core/forms/entry'
import type { Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'
import type { FieldChange } from '@/shared/records/one-record'

import styles from './timeline.module.css'

interface ChangeWordsProps {
  readonly changes: readonly FieldChange[]
  readonly fields: readonly Field[]
  readonly onRestore?: ((name: string, value: Value) => void) | undefined
}

export function ChangeWords({ changes, fields, onRestore }: ChangeWordsProps) {
  return (
    <ul className={styles['fields']}>
      {changes.map((change) => (
        <FieldWords key={`${change.field}-${change.line ?? ''}`} change={change} field={fieldOf(fields, change.field)} onRestore={onRestore} />
      ))}
    </ul>
  )
}

interface FieldWordsProps {
  readonly change: FieldChange
  /** Undefined when the field is gone or not to be seen; what is read elsewhere was not changed here. */
  readonly field: Field | undefined
  readonly onRestore: ChangeWordsProps['onRestore']
}

function FieldWords({ change, field, onRestore }: FieldWordsProps) {
  const { locale } = useFieldScope()
  if (field === undefined || field.type === 'lookup' || field.type === 'rollup') return null
  const label = text(field.label, locale, field.name)
  if (isLinesField(field)) return <LineWords change={change} label={label} columns={field.options.fields} />
  const canRestore = onRestore !== undefined && !isComputed(field) && field.read_only !== true
  return (
    <li className={styles['field']}>
      <span className={styles['fieldName']}>{label}</span>
      <BeforeAfter change={change} field={field} />
      {canRestore && <RestoreButton label={label} onClick={() => onRestore(field.name, (change.before ?? null) as Value)} />}
    </li>
  )
}

function RestoreButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <Tooltip title={t('record:history.restore')}>
      <Button size="small" type="text" className={styles['restore'] ?? ''} icon={<RollbackOutlined aria-hidden />} aria-label={t('record:history.restore-field', { label })} onClick={onClick} />
    </Tooltip>
  )
}

function LineWords({ change, label, columns }: { readonly change: FieldChange; readonly label: string; readonly columns: readonly Field[] }) {
  const { t } = useTranslation()
  const kind = change.before === null || change.before === undefined ? (change.after ? 'added' : 'changed') : change.after ? 'changed' : 'removed'
  return (
    <li className={styles['field']}>
      <span className={styles['fieldName']}>{label}</span>
      <span>{t(`record:history.line.${kind}`)}</span>
      {change.changes !== undefined && change.changes.length > 0 && <ChangeWords changes={change.changes} fields={columns} />}
    </li>
  )
}

function BeforeAfter({ change, field }: { readonly change: FieldChange; readonly field: Field }) {
  return (
    <span className={styles['values']}>
      <del>
        <FieldCell field={field} value={(change.before ?? null) as Value} isFull />
      </del>
      <span aria-hidden>→</span>
      <ins>
        <FieldCell field={field} value={(change.after ?? null) as Value} isFull />
      </ins>
    </span>
  )
}

/** The history keeps ids, which outlive names; both are understood. */
function fieldOf(fields: readonly Field[], key: string): Field | undefined {
  return fields.find(({ id, name }) => id === key || name === key)
}
