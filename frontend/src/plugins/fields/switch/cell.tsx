/** Shows yes as a tick and no as a dash; both have words for screen readers. */
import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'

export function Cell({ value, isFull }: FieldCellProps<'switch'>) {
  const { t } = useTranslation()
  const word = value === true ? t('fields:switch.yes') : t('fields:switch.no')
  return (
    <span>
      {value === true ? <CheckCircleFilled className={styles['choiceMark']} aria-hidden /> : <MinusCircleOutlined className={styles['choiceMarkOff']} aria-hidden />}
      <span className={isFull ? styles['unit'] : 'visually-hidden'}>{word}</span>
    </span>
  )
}
