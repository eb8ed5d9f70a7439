/** The kinds of pictures as small drawings: what suits first, what does not suit greyed with what it would need. */
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

import { shapeOf } from '@/core/query/shelves'
import type { Chart } from '@/generated/metadata'
import { ALL_SPECS } from '@/plugins/charts/spec-of'

import { ChartSketch } from '../charts/chart-sketch'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { reshaped, suggestedCharts } from './exploration'

export function ChartGallery() {
  const { t } = useTranslation()
  const { definition, shelves, asked, setChart, exploration } = useAsking()
  if (asked === null) return null
  const shape = shapeOf(definition.entities, shelves)
  const fitting = suggestedCharts(shape)
  const kinds = new Set(fitting.map(({ kind }) => kind))
  const others = ALL_SPECS.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))
  const choose = (chart: Chart) => setChart(exploration.chart?.kind === chart.kind ? (reshaped(exploration.chart, shape) ?? chart) : chart)
  return (
    <div className={styles['gallery']} role="radiogroup" aria-label={t('explore:chart')}>
      {fitting.map((chart, at) => (
        <Tooltip key={chart.kind} title={at === 0 ? t('explore:chart.best') : t(`reports:chart.${chart.kind}.needs`)} mouseEnterDelay={0.5}>
          <button type="button" role="radio" aria-checked={asked.chart.kind === chart.kind} className={styles['sketch']} onClick={() => choose(chart)}>
            <ChartSketch kind={chart.kind} />
            <span>{t(`reports:chart.${chart.kind}`)}</span>
          </button>
        </Tooltip>
      ))}
      {others.map((kind) => (
        <Tooltip key={kind} title={t(`reports:chart.${kind}.needs`)}>
          <button type="button" role="radio" aria-checked={asked.chart.kind === kind} aria-disabled className={styles['sketch']}>
            <ChartSketch kind={kind} />
            <span>{t(`reports:chart.${kind}`)}</span>
            <span className="visually-hidden">{t(`reports:chart.${kind}.needs`)}</span>
          </button>
        </Tooltip>
      ))}
    </div>
  )
}
