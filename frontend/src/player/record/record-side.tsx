/** What stands beside a record: its history, the flows it went through, and the movements of a stock balance. */
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './record.module.css'

type Part = 'stock' | 'history' | 'flows'

interface RecordSideProps {
  readonly history: ReactNode
  readonly flows: ReactNode
  /** Of a stock balance alone, and then what is seen first. */
  readonly stock?: ReactNode
}

export function RecordSide({ history, flows, stock }: RecordSideProps) {
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>(stock === undefined ? 'history' : 'stock')
  const parts = { stock, history, flows }
  return (
    <>
      <div className={styles['sideParts']}>
        <Segmented<Part>
          block
          aria-label={t('shell:panel')}
          value={part}
          onChange={setPart}
          options={[
            ...(stock === undefined ? [] : [{ value: 'stock' as const, label: t('stock:movements') }]),
            { value: 'history', label: t('record:history') },
            { value: 'flows', label: t('flows:tab.flows') },
          ]}
        />
      </div>
      {parts[part]}
    </>
  )
}
