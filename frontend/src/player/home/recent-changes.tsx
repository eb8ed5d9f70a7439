/** What changed last in an app, by anyone or by me, as links to the records. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { useSession } from '@/shared/session/session-context'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { PersonAvatar } from '@/ui/person/person-avatar'
import { useNow } from '@/ui/use-now'

import styles from './overview.module.css'
import { useRecentChanges, type RecordChange } from './use-recent-changes'

type Whose = 'anyone' | 'me'

interface RecentChangesProps {
  readonly app: string
  readonly definition: Definition
}

export function RecentChanges({ app, definition }: RecentChangesProps) {
  const { t } = useTranslation()
  const { user } = useSession()
  const [whose, setWhose] = useState<Whose>('anyone')
  const recent = useRecentChanges(app, definition, whose === 'me' ? user.id : undefined)
  return (
    <section className={styles['recent']} aria-labelledby="recent-changes">
      <header className={styles['recentHead']}>
        <h2 id="recent-changes" className={styles['recentTitle']}>
          {t('home:recent')}
        </h2>
        <Segmented<Whose>
          value={whose}
          onChange={setWhose}
          options={[option('anyone', t('home:recent.anyone')), option('me', t('home:recent.me'))]}
        />
      </header>
      {recent.error !== null && <IssueList issues={issuesOf(recent.error)} />}
      {recent.isPending ? <Loading rows={5} /> : <Changes app={app} changes={recent.changes} />}
    </section>
  )
}

function option(value: Whose, label: string) {
  return { value, label }
}

function Changes({ app, changes }: { readonly app: string; readonly changes: readonly RecordChange[] }) {
  const { t } = useTranslation()
  if (changes.length === 0) return <EmptyState title={t('home:recent.none')} hint={t('home:recent.none.hint')} />
  return (
    <ol className={styles['changes']}>
      {changes.map((change) => (
        <Change key={change.entity.id + change.id} app={app} change={change} />
      ))}
    </ol>
  )
}

function Change({
  app,
  change: { entity, id, title, at, by },
}: {
  readonly app: string
  readonly change: RecordChange
}) {
  const locale = useLocale()
  const now = useNow()
  return (
    <li className={styles['change']}>
      {by === '' ? <span /> : <PersonAvatar name={by} size={24} />}
      <span className={styles['changeWhat']}>
        <Link to={`/a/${app}/e/${entity.name}/${id}`} className={styles['cover']}>
          {title}
        </Link>
        <span className={styles['changeKind']}>
          {[text(entity.label, locale, entity.name), by].filter(Boolean).join(' · ')}
        </span>
      </span>
      <time className={styles['changeAt']} dateTime={at} title={formatInstant(at, locale)}>
        {formatRelative(at, locale, now)}
      </time>
    </li>
  )
}
