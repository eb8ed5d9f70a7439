/** Grey shapes where content is about to appear; announced once to screen readers. */
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'

import styles from './feedback.module.css'

export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles['loading']} role="status" aria-label={t('common:loading')}>
      <Skeleton active title paragraph={{ rows }} />
    </div>
  )
}
