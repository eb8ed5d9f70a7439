/** What stands beside a record: its history, and for a stock balance its movements. */
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Value } from '@/core/values/value'
import type { Entity } from '@/generated/metadata'
import type { RecordPlace } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'

import { StockPanel } from './stock/stock-panel'
import styles from './stock/stock.module.css'
import { Timeline } from './timeline/timeline'

interface RecordSideProps {
  readonly place: RecordPlace
  readonly entity: Entity
  readonly record: StoredRecord
  readonly onRestore: ((name: string, value: Value) => void) | undefined
}

export function RecordSide({ place, entity, record, onRestore }: RecordSideProps) {
  const { t } = useTranslation()
  const timeline = <Timeline place={place} entity={entity} id={record.id} onRestore={onRestore} />
  if (entity.stock === undefined) return timeline
  const movements = <StockPanel place={place} id={record.id} version={record.version} />
  return (
    <Tabs
      className={styles['tabs'] ?? ''}
      items={[
        { key: 'movements', label: t('stock:movements'), children: movements },
        { key: 'history', label: t('record:history'), children: timeline },
      ]}
    />
  )
}
