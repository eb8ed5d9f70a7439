/** One line per column of the sheet: its samples, the field it fills, and how linked records are found. */
import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { mappedTo, withColumn, type Import, type ImportTarget, type MappedColumn, type Mapping, type SheetColumn } from './import-state'
import styles from './transfer.module.css'

interface MappingTableProps {
  readonly found: Import
  readonly onChange: (mapping: Mapping) => void
}

export function MappingTable({ found, onChange }: MappingTableProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className={styles['heading']}>{t('transfer:mapping')}</h2>
      <div className={styles['mapping']} role="list" aria-label={t('transfer:mapping')}>
        {found.columns.map((column) => (
          <ColumnLine key={column.column} found={found} column={column} onChange={onChange} />
        ))}
      </div>
    </section>
  )
}

function ColumnLine({ found, column, onChange }: MappingTableProps & { readonly column: SheetColumn }) {
  const { t } = useTranslation()
  const mapped = mappedTo(found.mapping, column.column)
  const target = found.targets.find(({ field }) => field === mapped?.field)
  const send = (to: Omit<MappedColumn, 'column'> | null) => onChange(withColumn(found.mapping, column.column, to))
  return (
    <div className={styles['line']} role="listitem">
      <div className={styles['source']}>
        <strong>{column.column}</strong>
        <span className={styles['samples']}>{column.samples.join(' · ') || t('transfer:empty_column')}</span>
      </div>
      <TargetSelect found={found} column={column.column} mapped={mapped} onChange={send} />
      {target !== undefined && mapped !== undefined && target.matches.length > 0 && <MatchChoice target={target} mapped={mapped} onChange={send} />}
    </div>
  )
}

interface TargetSelectProps {
  readonly found: Import
  readonly column: string
  readonly mapped: MappedColumn | undefined
  readonly onChange: (to: Omit<MappedColumn, 'column'> | null) => void
}

function TargetSelect({ found, column, mapped, onChange }: TargetSelectProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const taken = new Set(found.mapping.columns.map(({ field }) => field))
  const name = ({ label, lines, field }: ImportTarget) => (lines === null ? text(label, locale, field) : `${text(lines, locale)} › ${text(label, locale, field)}`)
  const options = found.targets.map((target) => ({
    value: target.field,
    label: target.required ? `${name(target)} *` : name(target),
    disabled: taken.has(target.field) && target.field !== mapped?.field,
  }))
  const choose = (field: string | undefined) => {
    const target = found.targets.find((each) => each.field === field)
    onChange(target === undefined ? null : { field: target.field, match: target.matches[0]?.name ?? null })
  }
  return (
    <Select
      className={styles['target'] ?? ''}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('transfer:leave_out')}
      aria-label={t('transfer:target', { column })}
      value={mapped?.field}
      options={options}
      onChange={choose}
    />
  )
}

interface MatchChoiceProps {
  readonly target: ImportTarget
  readonly mapped: MappedColumn
  readonly onChange: (to: Omit<MappedColumn, 'column'>) => void
}

function MatchChoice({ target, mapped, onChange }: MatchChoiceProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { field, match = null, create_missing = false } = mapped
  const options = target.matches.map(({ name, label }) => ({ value: name, label: t('transfer:match', { field: text(label, locale, name) }) }))
  return (
    <div className={styles['match']}>
      <Select
        size="small"
        variant="filled"
        aria-label={t('transfer:match.label')}
        value={match ?? target.matches[0]?.name ?? null}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(chosen) => onChange({ field, match: chosen, create_missing })}
      />
      {target.may_create && (
        <Checkbox checked={create_missing} onChange={({ target: box }) => onChange({ field, match, create_missing: box.checked })}>
          {t('transfer:create_missing')}
        </Checkbox>
      )}
    </div>
  )
}
