/** What came in, newest first and in words; what is parked can be played again once its reason is mended. */
import { RedoOutlined } from '@ant-design/icons'
import { App, Button, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { useInboundEvents, useReplay, type Connector, type EventState, type InboundEvent } from './connectors'
import styles from './connectors.module.css'

const COLOURS: Readonly<Record<EventState, string>> = { done: 'green', parked: 'orange', ignored: 'default', refused: 'red' }
const FILTERS = ['all', 'parked', 'done', 'ignored', 'refused'] as const
type Filter = (typeof FILTERS)[number]

export function EventList({ connector }: { readonly connector: Connector }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<Filter>(connector.counts.parked > 0 ? 'parked' : 'all')
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInboundEvents(connector.id, filter === 'all' ? undefined : filter)
  const events = data?.pages.flatMap(({ items }) => items)
  const count = (each: Filter) => (each === 'all' ? '' : ` ${connector.counts[each]}`)
  return (
    <div className={styles['events']}>
      <div className={styles['bar']}>
        <Segmented<Filter>
          value={filter}
          onChange={setFilter}
          aria-label={t('connectors:events.filter')}
          options={FILTERS.map((each) => ({ value: each, label: `${t(`connectors:events.${each}`)}${count(each)}` }))}
        />
        {connector.counts.parked > 1 && <ReplayButton connector={connector.id} event={null} />}
      </div>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {events === undefined && error === null && <Loading rows={3} />}
      {events?.length === 0 && <p className={styles['quiet']}>{t('connectors:events.none')}</p>}
      <ol className={styles['list']} aria-label={t('connectors:events')}>
        {events?.map((event) => (
          <EventRow key={event.id} connector={connector} event={event} />
        ))}
      </ol>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('connectors:events.more')}
        </Button>
      )}
    </div>
  )
}

function EventRow({ connector, event }: { readonly connector: Connector; readonly event: InboundEvent }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { entity, issues, received_at: at, record, state } = event
  return (
    <li className={styles['event']}>
      <time className={styles['quiet']} dateTime={at}>
        {formatInstant(at, locale)}
      </time>
      <div className={styles['what']}>
        <Tag className={styles['state'] ?? ''} color={COLOURS[state]}>{t(`connectors:events.${state}`)}</Tag>
        <span>{text(event.words, locale)}</span>
        {record !== null && entity !== null && <Link to={`/a/${connector.app.name}/e/${entity}/${record.id}`}>{record.title ?? t('connectors:events.record')}</Link>}
        {issues.map(({ code, pointer, message }) => (
          <span key={`${code} ${pointer} ${message}`} className={styles['reason']}>
            {message}
          </span>
        ))}
      </div>
      {state === 'parked' && <ReplayButton connector={connector.id} event={event.id} />}
    </li>
  )
}

function ReplayButton({ connector, event }: { readonly connector: string; readonly event: string | null }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const replay = useReplay(connector)
  const tell = (isDone: boolean) => void (isDone ? message.success(t('connectors:replay.done')) : message.warning(t('connectors:replay.still')))
  return (
    <div>
      <Button size="small" icon={<RedoOutlined aria-hidden />} loading={replay.isPending} onClick={() => replay.mutate(event, { onSuccess: tell })}>
        {t(event === null ? 'connectors:replay.all' : 'connectors:replay')}
      </Button>
      {replay.error !== null && <IssueList issues={issuesOf(replay.error)} />}
    </div>
  )
}
