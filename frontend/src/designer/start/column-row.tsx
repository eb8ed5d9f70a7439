/** One column of the file: whether it is used, what it is called, its type, and why. */
import { WarningOutlined } from '@ant-design/icons'
import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { KIND_ICONS } from '@/designer/palette/field-kinds'
import { text } from '@/core/i18n/text'
import type { FieldType } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { FileColumn, FileTable, Misfits } from './file-plan'
import styles from './file.module.css'

interface ColumnRowProps {
  readonly column: FileColumn
  readonly types: readonly FieldType[]
  /** Other tables, to which a link may lead. */
  readonly others: readonly FileTable[]
  readonly misfits: Misfits | null
  readonly onChange: (change: Partial<FileColumn>) => void
}

export function ColumnRow({ column, types, others, misfits, onChange }: ColumnRowProps) {
  const { t } = useTranslation()
  const { header, use: isUsed } = column
  return (
    <tr className={isUsed ? undefined : styles['unused']}>
      <td>
        <Checkbox checked={isUsed} aria-label={t('starts:column.use', { column: header })} onChange={({ target }) => onChange({ use: target.checked })} />
      </td>
      <td>
        <Input
          variant="filled"
          value={column.label}
          maxLength={100}
          disabled={!isUsed}
          aria-label={t('starts:column.label', { column: header })}
          onChange={({ target }) => onChange({ label: target.value })}
        />
      </td>
      <td>
        <TypeChoice column={column} types={others.length > 0 ? types : types.filter((type) => type !== 'link')} others={others} onChange={onChange} />
      </td>
      <td className={styles['samples']} title={column.samples.join('\n')}>
        {column.samples.join(' · ') || t('starts:column.empty')}
      </td>
      <td>
        <Why column={column} misfits={misfits} />
      </td>
    </tr>
  )
}

type TypeChoiceProps = Pick<ColumnRowProps, 'column' | 'types' | 'others' | 'onChange'>

function TypeChoice({ column, types, others, onChange }: TypeChoiceProps) {
  const { t } = useTranslation()
  const choose = (type: FieldType) => onChange({ type, target: type === 'link' ? (column.target ?? others[0]?.sheet ?? null) : null })
  const options = types.map((type) => ({ value: type, label: t(`designer:type.${type}`) }))
  return (
    <div className={styles['type']}>
      <Select
        value={column.type}
        disabled={!column.use}
        aria-label={t('starts:column.type', { column: column.header })}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        optionRender={typeName}
        labelRender={typeName}
        popupMatchSelectWidth={false}
        onChange={choose}
      />
      {column.type === 'link' && (
        <Select
          value={column.target}
          disabled={!column.use}
          aria-label={t('starts:column.target', { column: column.header })}
          options={others.map(({ sheet, label }) => ({ value: sheet, label: label || sheet }))}
          onChange={(target) => onChange({ target })}
        />
      )}
    </div>
  )
}

/** How a type is shown in its list and when chosen: by its icon and name. */
function typeName({ value, label }: { readonly value?: unknown; readonly label?: ReactNode }) {
  const KindIcon = KIND_ICONS[value as FieldType]
  return (
    <span className={styles['typeName']}>
      <KindIcon aria-hidden /> {label}
    </span>
  )
}

function Why({ column, misfits }: Pick<ColumnRowProps, 'column' | 'misfits'>) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (!column.use) return <span className={styles['quiet']}>{t('starts:column.skipped')}</span>
  if (misfits === null) return <span className={styles['quiet']}>{text(column.reason, locale)}</span>
  return (
    <span className={styles['misfit']}>
      <WarningOutlined aria-hidden /> {t('starts:column.misfits', { count: misfits.count, row: misfits.row })} {text(misfits.words, locale)}
    </span>
  )
}
