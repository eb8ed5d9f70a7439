/** On the first pages: that tasks wait, and the way to them. */
import { ArrowRightOutlined, InboxOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { useInboxCounts } from '@/shared/flows/tasks'

import styles from './home.module.css'

export function WaitingTasks() {
  const { t } = useTranslation()
  const todo = useInboxCounts()?.todo ?? 0
  if (todo === 0) return null
  return (
    <Link to="/inbox" className={styles['waiting']}>
      <InboxOutlined aria-hidden />
      <span className={styles['waitingWords']}>{t('home:tasks.todo', { count: todo })}</span>
      <span className={styles['waitingGo']}>
        {t('home:tasks.open')} <ArrowRightOutlined aria-hidden />
      </span>
    </Link>
  )
}
