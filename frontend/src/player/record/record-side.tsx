/** What stands beside a record: its history, and the flows it went through. */
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './record.module.css'

type Part = 'history' | 'flows'

interface RecordSideProps {
  readonly history: ReactNode
  readonly flows: ReactNode
}

export function RecordSide({ history, flows }: RecordSideProps) {
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>('history')
  return (
    <>
      <div className={styles['sideParts']}>
        <Segmented<Part>
          block
          aria-label={t('shell:panel')}
          value={part}
          onChange={setPart}
          options={[
            { value: 'history', label: t('record:history') },
            { value: 'flows', label: t('flows:tab.flows') },
          ]}
        />
      </div>
      {part === 'history' ? history : flows}
    </>
  )
}
