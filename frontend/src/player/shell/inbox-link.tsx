/** The way to the inbox in the top bar, with how many tasks wait. */
import { InboxOutlined } from '@ant-design/icons'
import { Badge } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { useInboxCounts } from '@/shared/flows/tasks'

import styles from './shell.module.css'

export function InboxLink() {
  const { t } = useTranslation()
  const todo = useInboxCounts()?.todo ?? 0
  const words = todo > 0 ? t('shell:inbox.count', { count: todo }) : t('shell:inbox')
  return (
    <Link to="/inbox" className={styles['inbox']} aria-label={words} title={words}>
      <Badge count={todo} size="small" offset={[2, -2]}>
        <InboxOutlined className={styles['inboxIcon']} aria-hidden />
      </Badge>
    </Link>
  )
}
