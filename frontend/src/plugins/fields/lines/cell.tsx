/** Shows how many lines there are. */
import { useTranslation } from 'react-i18next'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'

export function Cell({ value }: FieldCellProps<'lines'>) {
  const { t } = useTranslation()
  const count = Array.isArray(value) ? value.length : 0
  return <span className={styles['number']}>{t('fields:lines.count', { count })}</span>
}
