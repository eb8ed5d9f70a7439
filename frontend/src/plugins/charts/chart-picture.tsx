/** Draws a report's answer as its chart says, with the hints a reader needs: nothing there, cut off, no value. */
import { Alert } from 'antd'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'

import type { Answer } from '@/core/query/answer'
import { formatNumber } from '@/core/i18n/format'
import type { Chart } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './charts.module.css'
import { unplacedRows } from './china_map/option'
import { DrawnPicture } from './drawn-picture'
import type { PictureProps } from './picture-props'
import { PICTURES } from './pictures.generated'
import { specOf } from './spec-of'

export function ChartPicture(props: PictureProps) {
  const { t } = useTranslation()
  const { chart, answer } = props
  const hints = useHints(chart, answer)
  return (
    <div className={styles['picture']}>
      {answer.rows.length === 0 ? <p className={styles['nothing']}>{t('reports:nothing')}</p> : <Drawn {...props} />}
      {hints.map((words) => (
        <Alert key={words} type="warning" banner title={words} className={styles['hint']} />
      ))}
    </div>
  )
}

function Drawn(props: PictureProps) {
  // Looked up by the chart's own kind, so that it fits; the compiler cannot follow that.
  const Picture = PICTURES[props.chart.kind as keyof typeof PICTURES] as unknown as ComponentType<PictureProps> | undefined
  return Picture === undefined ? <DrawnPicture {...props} spec={specOf(props.chart.kind)} /> : <Picture {...props} />
}

function useHints(chart: Chart, answer: Answer): string[] {
  const { t } = useTranslation()
  const locale = useLocale()
  const count = (amount: number) => ({ count: amount, amount: formatNumber(amount, locale) })
  const failed = Math.max(0, ...Object.values(answer.errors ?? {}))
  const unplaced = chart.kind === 'china_map' ? unplacedRows(answer, chart.province) : 0
  return [
    ...(answer.truncated ? [t('reports:truncated', count(answer.rows.length))] : []),
    ...(failed > 0 ? [t('reports:noValue', count(failed))] : []),
    ...(unplaced > 0 ? [t('reports:unplaced', count(unplaced))] : []),
  ]
}
