/** The totals below the columns that can be added up. */
import { useTranslation } from 'react-i18next'

import type { FormLine } from '@/core/forms/entry'
import { totalsOf } from '@/core/forms/totals'

import { FieldCell } from '../field-cell'
import type { SheetColumn } from './sheet-columns'
import styles from './sheet.module.css'

interface SheetTotalsProps {
  readonly columns: readonly SheetColumn[]
  readonly lines: readonly FormLine[]
}

export function SheetTotals({ columns, lines }: SheetTotalsProps) {
  const { t } = useTranslation()
  const totals = totalsOf(columns.filter(({ isAdded }) => isAdded).map(({ field }) => field), lines)
  if (lines.length < 2 || Object.keys(totals).length === 0) return null
  return (
    <div role="row" aria-label={t('fields:lines.totals')} className={`${styles['row']} ${styles['totals']}`}>
      <div role="rowheader" className={styles['rowHead']} title={t('fields:lines.totals')}>
        Σ
      </div>
      {columns.map(({ field, shown, spec }) => (
        <div key={field.id} role="gridcell" className={spec.align === 'end' ? `${styles['headCell']} ${styles['atEnd']}` : styles['headCell']}>
          <FieldCell field={shown} value={totals[field.name]} />
        </div>
      ))}
    </div>
  )
}
