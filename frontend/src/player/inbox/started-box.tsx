/** Runs that I started: where each stands and who is waited for; the one that is open with its course. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { runQuery } from '@/shared/flows/runs'
import { useBox } from '@/shared/flows/tasks'
import type { StartedItem } from '@/shared/flows/wire'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import { RunCommands } from '../flow/run-commands'
import { RunStateTag } from '../flow/run-state'
import { RunView } from '../flow/run-view'
import { peopleWords } from '../flow/run-words'
import { DetailHead } from './detail-head'
import { inboxAddress, useInboxPlace } from './inbox-place'
import styles from './inbox.module.css'

interface StartedBoxProps {
  readonly open: string | undefined
  readonly isPhone: boolean
}

export function StartedBox({ open, isPhone }: StartedBoxProps) {
  const { t } = useTranslation()
  const { go } = useInboxPlace()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useBox('started')
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading />
  const items = data.pages.flatMap(({ items: page }) => page)
  const shown = items.find(({ instance }) => instance === open) ?? (isPhone ? undefined : items[0])
  if (items.length === 0) return <EmptyState title={t('flows:box.started.none')} hint={t('flows:box.started.none.hint')} />
  const detail = shown && <StartedRun key={shown.instance} item={shown} onBack={isPhone ? () => go('started') : undefined} />
  if (isPhone && detail) return detail
  return (
    <div className={styles['both']}>
      <section className={styles['list']} aria-label={t('flows:box.started')}>
        <ul className={styles['rows']}>
          {items.map((item) => (
            <StartedRow key={item.instance} item={item} isShown={item === shown} />
          ))}
        </ul>
        {hasNextPage && (
          <Button type="text" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('flows:more')}
          </Button>
        )}
      </section>
      {detail}
    </div>
  )
}

function StartedRow({ item, isShown }: { readonly item: StartedItem; readonly isShown: boolean }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const now = useNow()
  const { instance, record, flow, state, since, waiting_for: waiting } = item
  return (
    <li className={styles['row']} data-shown={isShown}>
      <div className={styles['rowText']}>
        <div className={styles['rowHead']}>
          <Link to={inboxAddress('started', instance)} className={styles['cover']} aria-current={isShown || undefined}>
            {record.title}
          </Link>
          <time className={styles['when']} dateTime={since} title={formatInstant(since, locale)}>
            {formatRelative(since, locale, now)}
          </time>
        </div>
        <div className={styles['rowWhat']}>{text(flow.label, locale, flow.name)}</div>
        <div className={styles['rowMeta']}>
          <RunStateTag state={state} />
          {waiting.length > 0 && <span>{t('flows:waiting', { people: peopleWords(waiting, locale) })}</span>}
        </div>
      </div>
    </li>
  )
}

function StartedRun({ item, onBack }: { readonly item: StartedItem; readonly onBack: (() => void) | undefined }) {
  const locale = useLocale()
  const { app, flow, instance, entity, record, since, state } = item
  const place = { app, flow: flow.name, id: instance }
  const { data: run, error } = useQuery(runQuery(place))
  return (
    <article className={styles['detail']} aria-label={record.title}>
      <DetailHead
        kind={text(flow.label, locale, flow.name)}
        title={record.title}
        to={`/a/${app}/e/${entity}/${record.id}`}
        at={since}
        onBack={onBack}
        extra={<RunStateTag state={run?.state ?? state} />}
        actions={run && <RunCommands place={place} may={run.may} />}
      />
      <div className={styles['body']}>
        {error !== null && <IssueList issues={issuesOf(error)} />}
        {run === undefined && error === null && <Loading />}
        {run !== undefined && <RunView run={run} />}
      </div>
    </article>
  )
}
