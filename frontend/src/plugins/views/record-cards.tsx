/** Records as cards, for narrow screens: the title, then what the view shows; more come as the reader scrolls on. */
import { useEffect } from 'react'

import { issuesOf } from '@/shared/api/problem'
import type { StoredRecord } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'

import { colorClass } from './color-class'
import { MoreRecords } from './more-records'
import type { PictureProps } from './picture-props'
import { cardFields, RecordCard } from './record-card'
import { rowColor } from './record-colors'
import { useRecordPages } from './use-record-pages'
import styles from './views.module.css'

const MOST_FIELDS = 5

export function RecordCards({ list, query, entity, columns, onOpen, onTotal }: PictureProps) {
  const pages = useRecordPages({ entity, list, query })
  const { records, total, error, isLoading } = pages
  useEffect(() => {
    if (total !== undefined) onTotal(total)
  }, [total, onTotal])
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (isLoading) return <Loading />
  const open = (record: StoredRecord) => onOpen(record, records.map(({ id }) => id))
  const fields = cardFields(columns, MOST_FIELDS + 1)
  return (
    <>
      <ul className={styles['cards']}>
        {records.map((record) => (
          <li key={record.id} className={`${styles['card'] ?? ''} ${colorClass(rowColor(record), 'row')}`}>
            <RecordCard record={record} entity={entity} fields={fields} onOpen={open} />
          </li>
        ))}
      </ul>
      <MoreRecords pages={pages} />
    </>
  )
}
