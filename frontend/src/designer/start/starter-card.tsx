/** One complete app to begin from: a picture, what it is for, and what is in it. */
import { BarChartOutlined, BranchesOutlined, DatabaseOutlined, TeamOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Label } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './start.module.css'
import { StarterPicture } from './starter-picture'
import type { Starter } from './starts'

interface StarterCardProps {
  readonly starter: Starter
  readonly onChoose: () => void
}

export function StarterCard({ starter, onChoose }: StarterCardProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <article className={styles['starter']}>
      <StarterPicture icon={starter.icon} color={starter.color} />
      <div className={styles['starterWords']}>
        <h3 className={styles['starterTitle']}>
          <button type="button" className={styles['cover']} onClick={onChoose}>
            {text(starter.label, locale, starter.key)}
          </button>
        </h3>
        <p className={styles['quiet']}>{text(starter.description, locale)}</p>
        <dl className={styles['contents']}>
          <Contents icon={<DatabaseOutlined aria-hidden />} name={t('starts:contents.entities', { count: starter.entities.length })} labels={starter.entities} />
          <Contents icon={<BranchesOutlined aria-hidden />} name={t('starts:contents.flows', { count: starter.flows.length })} labels={starter.flows} />
          <Contents icon={<BarChartOutlined aria-hidden />} name={t('starts:contents.dashboards', { count: starter.dashboards.length })} labels={starter.dashboards} />
          <Contents icon={<TeamOutlined aria-hidden />} name={t('starts:contents.roles', { count: starter.roles.length })} labels={starter.roles} />
        </dl>
      </div>
    </article>
  )
}

interface ContentsProps {
  readonly icon: ReactNode
  readonly name: string
  readonly labels: readonly Label[]
}

function Contents({ icon, name, labels }: ContentsProps) {
  const locale = useLocale()
  if (labels.length === 0) return null
  const listed = labels.map((label) => text(label, locale)).join(locale === 'zh-CN' ? '、' : ', ')
  return (
    <div className={styles['content']}>
      <dt>
        {icon} {name}
      </dt>
      <dd title={listed}>{listed}</dd>
    </div>
  )
}
