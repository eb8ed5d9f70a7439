/** The fields on the cards of a view, in their order. */
import { useTranslation } from 'react-i18next'

import { useDragging } from '../canvas/drag-context'
import { useDropPlace } from '../canvas/use-drop-place'
import { fieldIn } from '../drafting/draft'
import { ColumnHead, COLUMNS } from './column-head'
import { useView } from './view-context'
import styles from './view.module.css'

export function CardStrip() {
  const { t } = useTranslation()
  const { view, entity } = useView()
  return (
    <div className={styles['strip']}>
      <span className={styles['stripTitle']}>{t('viewdesign:cards')}</span>
      {view.columns.map((column, index) => (
        <ColumnHead key={column.field} column={column} field={fieldIn(entity, column.field)} index={index} />
      ))}
      <ColumnsEnd />
    </div>
  )
}

/** The room after the last column. */
export function ColumnsEnd() {
  const { t } = useTranslation()
  const { view } = useView()
  const { target } = useDragging()
  const count = view.columns.length
  const setRef = useDropPlace('columns:end', { kind: 'end', section: COLUMNS, index: count, order: count })
  return (
    <div ref={setRef} className={styles['end']} data-target={target?.section === COLUMNS && target.index === count}>
      {t('viewdesign:dropHere')}
    </div>
  )
}
