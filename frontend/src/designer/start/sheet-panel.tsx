/** One sheet of the file: whether and as what it is used, where its header is, and its columns. */
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import type { FieldType } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { ColumnRow } from './column-row'
import { withColumn, type Checked, type FileTable } from './file-plan'
import styles from './file.module.css'

const TITLES: ReadonlySet<FieldType> = new Set(['text', 'choice', 'email', 'phone', 'integer', 'date', 'url'])

interface SheetPanelProps {
  readonly table: FileTable
  readonly tables: readonly FileTable[]
  readonly types: readonly FieldType[]
  readonly checked: Checked | undefined
  readonly onChange: (table: FileTable) => void
  readonly onHeaderRow: (row: number) => void
}

export function SheetPanel({ table, tables, types, checked, onChange, onHeaderRow }: SheetPanelProps) {
  const others = tables.filter(({ sheet, use: isUsed }) => isUsed && sheet !== table.sheet)
  const misfitsOf = (index: number) => checked?.misfits.find((each) => each.sheet === table.sheet && each.index === index) ?? null
  return (
    <div className={styles['sheet']}>
      <SheetFacts table={table} onChange={onChange} onHeaderRow={onHeaderRow} />
      <div className={styles['columns']}>
        <table>
          <ColumnHeads />
          <tbody>
            {table.columns.map((column) => (
              <ColumnRow
                key={column.index}
                column={column}
                types={types}
                others={others}
                misfits={checked === undefined ? column.misfits : misfitsOf(column.index)}
                onChange={(change) => onChange(withColumn(table, column.index, change))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function ColumnHeads() {
  const { t } = useTranslation()
  return (
    <thead>
      <tr>
        <th scope="col">{t('starts:columns.use')}</th>
        <th scope="col">{t('starts:columns.field')}</th>
        <th scope="col">{t('starts:columns.type')}</th>
        <th scope="col">{t('starts:columns.samples')}</th>
        <th scope="col">{t('starts:columns.why')}</th>
      </tr>
    </thead>
  )
}

type SheetFactsProps = Pick<SheetPanelProps, 'table' | 'onChange' | 'onHeaderRow'>

function SheetFacts({ table, onChange, onHeaderRow }: SheetFactsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const used = table.columns.filter(({ use: isUsed }) => isUsed)
  const named = (types: ReadonlySet<FieldType>) => used.filter(({ type }) => types.has(type)).map(({ index, label }) => ({ value: index, label }))
  return (
    <div className={styles['facts']}>
      <Checkbox checked={table.use} onChange={({ target }) => onChange({ ...table, use: target.checked })}>
        {t('starts:sheet.use', { count: table.rows, amount: formatNumber(table.rows, locale) })}
      </Checkbox>
      <label className={styles['fact']}>
        {t('starts:sheet.label')}
        <Input value={table.label} maxLength={100} onChange={({ target }) => onChange({ ...table, label: target.value })} />
      </label>
      <label className={styles['fact']}>
        {t('starts:sheet.title')}
        <Select value={table.title} options={named(TITLES)} popupMatchSelectWidth={false} onChange={(title) => onChange({ ...table, title })} />
      </label>
      <label className={styles['fact']}>
        {t('starts:sheet.key')}
        <Select
          allowClear
          value={table.key}
          placeholder={t('starts:sheet.key.none')}
          options={used.filter(({ distinct, filled }) => distinct === filled && filled > 0).map(({ index, label }) => ({ value: index, label }))}
          popupMatchSelectWidth={false}
          onChange={(key) => onChange({ ...table, key: key ?? null })}
        />
      </label>
      <label className={styles['fact']}>
        {t('starts:sheet.header')}
        <InputNumber min={1} max={1000} precision={0} value={table.header_row} changeOnWheel={false} onChange={(row) => row !== null && row !== table.header_row && onHeaderRow(row)} />
      </label>
    </div>
  )
}
