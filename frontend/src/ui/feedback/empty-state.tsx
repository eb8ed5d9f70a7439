/** Says what belongs here and how to begin, instead of only saying that there is nothing. */
import { InboxOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

import styles from './feedback.module.css'

interface EmptyStateProps {
  readonly title: string
  /** What will stand here, and how it comes to be. */
  readonly hint?: ReactNode
  readonly icon?: ReactNode
  readonly actions?: ReactNode
}

export function EmptyState({ title, hint, icon, actions }: EmptyStateProps) {
  return (
    <section className={styles['empty']}>
      <div className={styles['emptyIcon']} aria-hidden>
        {icon ?? <InboxOutlined aria-hidden />}
      </div>
      <h2 className={styles['emptyTitle']}>{title}</h2>
      {hint !== undefined && <p className={styles['emptyHint']}>{hint}</p>}
      {actions !== undefined && <div className={styles['emptyActions']}>{actions}</div>}
    </section>
  )
}
