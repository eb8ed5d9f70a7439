/** Which sheet of the file, and in which row its header is. */
import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import { useLocale } from '@/ui/locale/interface-language'

import type { Import } from './import-state'
import styles from './transfer.module.css'
import type { ImportChange } from './use-import'

interface SheetChoiceProps {
  readonly found: Import
  readonly onChange: (change: ImportChange) => void
}

export function SheetChoice({ found, onChange }: SheetChoiceProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const sheets = found.sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? t('transfer:sheet.hidden', { name }) : name }))
  return (
    <section className={styles['facts']}>
      <div>
        <h2 className={styles['heading']}>{found.file}</h2>
        <p className={styles['quiet']}>
          {t('transfer:rows', { count: found.rows, amount: formatNumber(found.rows, locale) })}
          {found.encoding !== null && ` · ${found.encoding}`}
        </p>
      </div>
      {sheets.length > 1 && (
        <label className={styles['choice']}>
          {t('transfer:sheet')}
          <Select className={styles['sheet'] ?? ''} value={found.sheet} options={sheets} onChange={(sheet) => onChange({ sheet })} />
        </label>
      )}
      <label className={styles['choice']}>
        {t('transfer:header_row')}
        <InputNumber
          className={styles['rowNumber'] ?? ''}
          min={1}
          max={1000}
          precision={0}
          value={found.header_row}
          changeOnWheel={false}
          onChange={(row) => row !== null && row !== found.header_row && onChange({ header_row: row })}
        />
      </label>
    </section>
  )
}
