/** Where a number comes from: figures, grouping, conditions, source, and when it was read. */
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import type { Answer } from '@/core/query/answer'
import type { Query, Report } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

import { dimensionLabel, dimensionWords, filterWords, measureLabel, measureWords } from './query-words'
import styles from './reporting.module.css'

interface PassportProps {
  readonly definition: Definition
  readonly report: Report
  /** The question as asked, filters of the board included. */
  readonly query: Query
  readonly answer: Answer | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function Passport({ definition, report, query, answer, isOpen, onClose }: PassportProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const wording = { t, locale, definition }
  const filters = query.filters ?? []
  return (
    <Drawer open={isOpen} onClose={onClose} title={t('reports:passport', { report: text(report.label, locale, report.name) })} size={460}>
      <p className={styles['lead']}>{text(report.description, locale)}</p>
      <dl className={styles['passport']}>
        <Entry words={t('reports:passport.measures')}>
          {query.measures.map((measure) => (
            <Line key={measure.id} name={measureLabel(measure, wording)} words={measureWords(measure, wording)} />
          ))}
        </Entry>
        {(query.dimensions ?? []).length > 0 && (
          <Entry words={t('reports:passport.dimensions')}>
            {query.dimensions?.map((dimension) => (
              <Line key={dimension.id} name={dimensionLabel(dimension, wording)} words={dimensionWords(dimension, query, wording)} />
            ))}
          </Entry>
        )}
        <Entry words={t('reports:passport.filters')}>
          {filters.length === 0 && t('reports:passport.none')}
          {filters.map((filter) => (
            <Line key={JSON.stringify(filter)} words={filterWords(filter, query, wording)} />
          ))}
        </Entry>
        {query.compare !== undefined && <Entry words={t('reports:passport.compare')}>{t(`reports:compare.${query.compare.with}`)}</Entry>}
        {report.source !== undefined && <Entry words={t('reports:passport.source')}>{text(report.source, locale)}</Entry>}
        {answer?.period && <Entry words={t('reports:passport.period')}>{`${answer.period.from} – ${answer.period.to}`}</Entry>}
        {answer !== undefined && <Entry words={t('reports:passport.asOf')}>{formatInstant(answer.as_of, locale)}</Entry>}
      </dl>
      <p className={styles['lead']}>{t('reports:passport.rights')}</p>
    </Drawer>
  )
}

function Entry({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{words}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Line({ name, words }: { readonly name?: string; readonly words: string }) {
  return (
    <div className={styles['passportLine']}>
      {name !== undefined && <strong>{name}</strong>}
      <span>{words}</span>
    </div>
  )
}
