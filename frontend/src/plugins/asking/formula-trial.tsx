/** What a figure comes to over everything, or what is wrong with it, a moment after one stops typing. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { columnOf } from '@/core/query/answer'
import { fullFigure } from '@/core/query/figure'
import type { Issue } from '@/core/issues/issue'
import type { Query, QueryMeasure } from '@/generated/metadata'
import { useSettled } from '@/plugins/fields/use-settled'
import { issuesOf } from '@/shared/api/problem'
import { answerQuery } from '@/shared/reports/ask'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { useAsking } from './asking-context'
import styles from './asking.module.css'

const PAUSE = 400

export interface Trial {
  /** What it comes to; nothing before there is an answer. */
  readonly result: string | undefined
  readonly issues: readonly Issue[]
  readonly isTrying: boolean
}

const NO_ISSUES: readonly Issue[] = []

export function useFormulaTrial(figure: QueryMeasure | undefined): Trial {
  const locale = useLocale()
  const { app, shelves, isAhead } = useAsking()
  const tried = useSettled(JSON.stringify(figure ?? null), PAUSE)
  const own = JSON.parse(tried) as QueryMeasure | null
  const query: Query = { measures: [...shelves.values.filter(({ id }) => id !== own?.id), ...(own === null ? [] : [own])] }
  const isAsked = own !== null && !isAhead
  const { data, error, isFetching } = useQuery({ ...answerQuery(app, query, locale), enabled: isAsked, placeholderData: undefined })
  const isAnswered = isAsked && data !== undefined && error === null && !isFetching
  return {
    result: isAnswered ? fullFigure(data.rows[0]?.[own.id], columnOf(data, own.id), locale) : undefined,
    issues: isAsked && error !== null ? issuesOf(error) : NO_ISSUES,
    isTrying: isAsked && !isAnswered && error === null,
  }
}

export function FormulaTrial({ trial: { result, issues, isTrying } }: { readonly trial: Trial }) {
  const { t } = useTranslation()
  if (issues.length > 0) return <IssueList issues={issues} />
  if (isTrying) return <p className={styles['where']}>{t('explore:formula.trying')}</p>
  if (result === undefined) return null
  return (
    <p role="status" className={styles['trial']}>
      {t('explore:formula.comes')} <strong>{result}</strong>
    </p>
  )
}
