/** Where in the wizard I am. */
import { Steps } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Import, ImportState } from './import-state'
import styles from './transfer.module.css'

const STEP_OF: Readonly<Record<ImportState, number>> = { proposed: 1, checking: 2, checked: 2, running: 3, done: 4, failed: 3, cancelled: 3 }

export function ImportProgress({ current }: { readonly current: Import | null }) {
  const { t } = useTranslation()
  const titles = [t('transfer:step.file'), t('transfer:step.mapping'), t('transfer:step.check'), t('transfer:step.run')]
  return (
    <Steps
      className={styles['steps'] ?? ''}
      size="small"
      responsive={false}
      current={current === null ? 0 : STEP_OF[current.state]}
      {...(current?.state === 'failed' && { status: 'error' as const })}
      items={titles.map((title) => ({ title }))}
    />
  )
}
