/** What a figure comes to over everything, or what is wrong with it, a moment after one stops typing. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { columnOf } from '@/core/query/answer'
import { fullFigure } from '@/core/query/figure'
import type { Query, QueryMeasure } from '@/generated/metadata'
import { useSettled } from '@/plugins/fields/use-settled'
import { issuesOf } from '@/shared/api/problem'
import { answerQuery } from '@/shared/reports/ask'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { useAsking } from './asking-context'
import styles from './asking.module.css'

const PAUSE = 400

export function FormulaTrial({ figure }: { readonly figure: QueryMeasure }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { app, shelves, isAhead } = useAsking()
  const tried = useSettled(JSON.stringify(figure), PAUSE)
  const own = JSON.parse(tried) as QueryMeasure
  const query: Query = { measures: [...shelves.values.filter(({ id }) => id !== own.id), own] }
  const { data, error, isFetching } = useQuery({ ...answerQuery(app, query, locale), enabled: !isAhead, placeholderData: undefined })
  if (isAhead) return null
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined || isFetching) return <p className={styles['where']}>{t('explore:formula.trying')}</p>
  return (
    <p role="status" className={styles['trial']}>
      {t('explore:formula.comes')} <strong>{fullFigure(data.rows[0]?.[own.id], columnOf(data, own.id), locale)}</strong>
    </p>
  )
}
