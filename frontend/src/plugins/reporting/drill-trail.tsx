/** The way one has gone down, each member a way back up. */
import { Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Drilling } from './use-drilling'
import styles from './reporting.module.css'

export function DrillTrail({ steps, backTo }: Pick<Drilling, 'steps' | 'backTo'>) {
  const { t } = useTranslation()
  if (steps.length === 0) return null
  const step = (at: number, words: string) => (
    <button type="button" className={styles['step']} onClick={() => backTo(at)}>
      {words}
    </button>
  )
  const items = [{ key: 'all', title: step(0, t('reports:trail.all')) }, ...steps.slice(0, -1).map(({ title }, at) => ({ key: `${at} ${title}`, title: step(at + 1, title) })), { key: 'here', title: steps.at(-1)?.title ?? '' }]
  return <Breadcrumb className={styles['trail'] ?? ''} aria-label={t('reports:trail')} items={items} />
}
