/** Notifications, newest first; choosing one marks it as read and leads to what it is about. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { issuesOf } from '@/shared/api/problem'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import styles from './notifications.module.css'
import { addressOf, useMarkRead, useNotifications, type Notification } from './notifications'

interface NotificationListProps {
  /** Where nothing around it says what it is. */
  readonly hasTitle: boolean
  readonly onChosen: () => void
}

export default function NotificationList({ hasTitle, onChosen }: NotificationListProps) {
  const { t } = useTranslation()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useNotifications()
  const { mutate: markRead } = useMarkRead()
  const items = data?.pages.flatMap((page) => page.items)
  const choose = ({ id, read_at: readAt }: Notification) => {
    if (readAt === null) markRead([id])
    onChosen()
  }
  return (
    <section className={styles['notifications']} aria-label={t('shell:bell')}>
      <div className={styles['head']}>
        {hasTitle && <h2 className={styles['title']}>{t('shell:bell')}</h2>}
        <Button type="link" size="small" disabled={(data?.pages[0]?.unread ?? 0) === 0} onClick={() => markRead(undefined)}>
          {t('shell:bell.readAll')}
        </Button>
      </div>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {items === undefined && error === null && <Loading rows={3} />}
      {items?.length === 0 && <EmptyState title={t('shell:bell.none')} hint={t('shell:bell.none.hint')} />}
      <ul className={styles['items']}>
        {items?.map((notification) => (
          <Item key={notification.id} notification={notification} onChoose={() => choose(notification)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button type="text" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('shell:bell.more')}
        </Button>
      )}
    </section>
  )
}

function Item({ notification, onChoose }: { readonly notification: Notification; readonly onChoose: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { subject, body, at, read_at: readAt } = notification
  const to = addressOf(notification)
  return (
    <li className={styles['item']} data-unread={readAt === null}>
      {readAt === null && <span className={styles['mark']} role="img" aria-label={t('shell:bell.unreadMark')} />}
      {to === undefined ? (
        <button type="button" className={styles['subject']} onClick={onChoose}>
          {subject}
        </button>
      ) : (
        <Link to={to} className={styles['subject']} onClick={onChoose}>
          {subject}
        </Link>
      )}
      <p className={styles['body']}>{body}</p>
      <time className={styles['when']} dateTime={at} title={formatInstant(at, locale)}>
        {formatRelative(at, locale, useNow())}
      </time>
    </li>
  )
}
