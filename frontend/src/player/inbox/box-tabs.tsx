/** The three lists of the inbox, with how much is in those that ask for something. */
import { Badge, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'

import { useInboxCounts } from '@/shared/flows/tasks'
import type { TaskBox } from '@/shared/flows/wire'

import { BOXES, useInboxPlace } from './inbox-place'
import styles from './inbox.module.css'

export function BoxTabs({ box }: { readonly box: TaskBox }) {
  const { t } = useTranslation()
  const { go } = useInboxPlace()
  const counts = useInboxCounts()
  const count = (which: TaskBox) => (which === 'todo' ? counts?.todo : which === 'started' ? counts?.started : undefined) ?? 0
  return (
    <Segmented<TaskBox>
      aria-label={t('flows:boxes')}
      value={box}
      onChange={(next) => go(next)}
      options={BOXES.map((which) => ({
        value: which,
        label: (
          <span className={styles['tab']}>
            {t(`flows:box.${which}`)}
            {count(which) > 0 && <Badge count={count(which)} size="small" color={which === 'todo' ? 'var(--ant-color-error)' : 'var(--ant-color-text-tertiary)'} />}
          </span>
        ),
      }))}
    />
  )
}
