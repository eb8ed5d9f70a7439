/** Records as cards, for narrow screens: the title, then what the view shows; more come as the reader scrolls on. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isBlank, type Value } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { issuesOf } from '@/shared/api/problem'
import { titleField } from '@/shared/definition/definition'
import type { ListQuery } from '@/shared/records/list-records'
import type { RecordPage, StoredRecord } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import type { ShownColumn } from './columns'
import styles from './list.module.css'

const AT_ONCE = 30
const MOST_FIELDS = 5

interface RecordCardsProps {
  readonly list: (query: ListQuery) => Promise<RecordPage>
  readonly query: ListQuery
  readonly entity: Entity
  readonly columns: readonly ShownColumn[]
  /** Opens a record; told which ones stand around it. */
  readonly onOpen: (record: StoredRecord, around: readonly string[]) => void
  readonly onTotal: (total: number) => void
}

export function RecordCards({ list, query, entity, columns, onOpen, onTotal }: RecordCardsProps) {
  const { t } = useTranslation()
  const { data, error, isLoading, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['records', entity.id, query],
    queryFn: ({ pageParam }) => list({ ...query, limit: AT_ONCE, ...(pageParam === '' ? { count: 'exact' as const } : { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  })
  const total = data?.pages[0]?.total
  useEffect(() => {
    if (total !== undefined) onTotal(total)
  }, [total, onTotal])
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (isLoading) return <Loading />
  const title = titleField(entity)
  const records = data?.pages.flatMap(({ items }) => items) ?? []
  const open = (record: StoredRecord) => onOpen(record, records.map(({ id }) => id))
  const fields = columns.map(({ field }) => field).filter(({ id }) => id !== title?.id)
  return (
    <>
      <ul className={styles['cards']}>
        {records.map((record) => (
          <RecordCard key={record.id} record={record} title={title} fields={fields.slice(0, MOST_FIELDS)} onOpen={open} />
        ))}
      </ul>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list:cards.more')}
        </Button>
      )}
    </>
  )
}

interface RecordCardProps {
  readonly record: StoredRecord
  readonly title: Field | undefined
  readonly fields: readonly Field[]
  readonly onOpen: (record: StoredRecord) => void
}

/** The whole card opens the record; links among its facts lie above that and lead elsewhere. */
function RecordCard({ record, title, fields, onOpen }: RecordCardProps) {
  const locale = useLocale()
  const filled = fields.filter(({ name }) => !isBlank(record[name] as Value | undefined))
  const [head, ...facts] = title ? [title, ...filled] : filled
  return (
    <li className={styles['card']}>
      <button type="button" className={styles['cardTitle']} onClick={() => onOpen(record)}>
        {head && <FieldCell field={head} value={record[head.name] as Value} />}
      </button>
      {facts.map((field) => (
        <span key={field.id} className={styles['cardField']}>
          <span className={styles['cardLabel']}>{text(field.label, locale, field.name)}</span>
          <FieldCell field={field} value={record[field.name] as Value} />
        </span>
      ))}
    </li>
  )
}
