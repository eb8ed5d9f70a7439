/** A report's picture on a board that is being arranged; a sketch where there are no figures of it yet. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { Report } from '@/generated/metadata'
import { isAheadOf } from '@/plugins/asking/release-ids'
import { ChartPicture } from '@/plugins/charts/chart-picture'
import { ChartSketch } from '@/plugins/charts/chart-sketch'
import type { Definition } from '@/shared/definition/definition'
import { answerQuery } from '@/shared/reports/ask'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './boards.module.css'

interface TilePictureProps {
  readonly app: string
  readonly released: Definition | undefined
  readonly report: Report
}

export function TilePicture({ app, released, report: { query, chart } }: TilePictureProps) {
  const { t } = useTranslation()
  const isAhead = released !== undefined && isAheadOf(released, query)
  const { data: answer, error } = useQuery({ ...answerQuery(app, query, useLocale()), enabled: !isAhead })
  if (answer !== undefined && error === null) {
    return (
      <div className={styles['tileBody']}>
        <ChartPicture chart={chart} query={query} answer={answer} />
      </div>
    )
  }
  return (
    <div className={styles['sketched']}>
      <ChartSketch kind={chart.kind} />
      <span>{isAhead ? t('explore:ahead') : error === null ? t(`reports:chart.${chart.kind}`) : t('explore:refused')}</span>
    </div>
  )
}
