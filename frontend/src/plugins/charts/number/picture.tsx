/** One figure, large; whether it rose or fell and if that is welcome; a small line of its course. */
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

import { formatPercent, type DecimalText } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { columnOf, dimensionsOf, type Answer } from '@/core/query/answer'
import { fullFigure, shortFigure } from '@/core/query/figure'
import { memberTitle } from '@/core/query/member'
import type { NumberChart, Query } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import styles from '../charts.module.css'
import type { PictureProps } from '../picture-props'
import { isDrillable } from '../table/layout'
import { useMemberWords } from '../use-member-words'
import { moodOf, readingOf, sparkline, type Reading } from './reading'

export function Picture({ chart, query, answer, onDrill }: PictureProps<NumberChart>) {
  const locale = useLocale()
  const reading = readingOf(answer, chart)
  const column = columnOf(answer, chart.value)
  const { row } = reading
  const full = fullFigure(row?.[chart.value], column, locale)
  const isOpen = onDrill !== undefined && isDrillable(query, row, chart.value)
  const words = shortFigure(row?.[chart.value], column, locale)
  return (
    <div className={styles['number']}>
      {isOpen ? (
        <button type="button" className={styles['numberButton']} title={full} aria-label={`${text(column?.label, locale)} ${full}`} onClick={() => onDrill({ row, measure: chart.value })}>
          {words}
        </button>
      ) : (
        <span className={styles['numberValue']} title={full}>
          {words}
        </span>
      )}
      {query.compare !== undefined && <Change chart={chart} query={query} answer={answer} reading={reading} />}
      {reading.isLastPeriod && <LastPeriod answer={answer} reading={reading} />}
      <Course reading={reading} />
    </div>
  )
}

interface ChangeProps {
  readonly chart: NumberChart
  readonly query: Query
  readonly answer: Answer
  readonly reading: Reading
}

function Change({ chart, query, answer, reading }: ChangeProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { change, before } = reading
  const versus = t(`reports:compare.${query.compare?.with ?? 'previous_period'}`)
  if (change === null) return <span className={styles['quiet']}>{t('reports:compare.none', { versus })}</span>
  const falls = change.startsWith('-')
  const size = (falls ? change.slice(1) : change) as DecimalText
  const earlier = fullFigure(before, columnOf(answer, chart.value), locale)
  return (
    <span className={styles['change']} title={t('reports:compare.before', { versus, figure: earlier })}>
      <span className={styles[moodOf(change, chart.good)]}>
        {falls ? <ArrowDownOutlined aria-label={t('reports:compare.down')} /> : <ArrowUpOutlined aria-label={t('reports:compare.up')} />}
        {formatPercent(size, locale, 1)}
      </span>
      <span className={styles['quiet']}>{versus}</span>
    </span>
  )
}

function LastPeriod({ answer, reading }: { readonly answer: Answer; readonly reading: Reading }) {
  const locale = useLocale()
  const words = useMemberWords()
  const column = dimensionsOf(answer)[0]
  if (column === undefined) return null
  return <span className={styles['quiet']}>{memberTitle(reading.row ?? {}, column, locale, words)}</span>
}

function Course({ reading }: { readonly reading: Reading }) {
  const path = sparkline(reading.course)
  if (path === '') return null
  return (
    <svg className={styles['sparkline']} viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden>
      <path d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
