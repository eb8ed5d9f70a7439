/** The right side of asking: what is set for the part in hand, else for the question and its picture. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { isGroupShelf } from '@/core/query/shelves'
import type { QueryDimension, QueryFilter, QueryMeasure } from '@/generated/metadata'

import { selectedPart, useAsking } from './asking-context'
import styles from './asking.module.css'
import { ChartPanel } from './chart-panel'
import { DimensionPanel } from './dimension-panel'
import { FilterPanel } from './filter-panel'
import { MeasurePanel } from './measure-panel'
import { QuestionPanel } from './question-panel'

export function AskingInspector() {
  const { t } = useTranslation()
  const asking = useAsking()
  const found = selectedPart(asking)
  if (found === null) {
    return (
      <div className={styles['settings']}>
        <ChartPanel />
        <QuestionPanel />
      </div>
    )
  }
  const { place, part } = found
  const key = asking.selected ?? ''
  return (
    <div className={styles['settings']}>
      <Button size="small" onClick={() => asking.select(null)}>
        {t('explore:settings.question')}
      </Button>
      {place.shelf === 'values' && <MeasurePanel key={key} place={place} measure={part as QueryMeasure} />}
      {isGroupShelf(place.shelf) && <DimensionPanel key={key} place={place} dimension={part as QueryDimension} />}
      {place.shelf === 'filters' && <FilterPanel key={key} place={place} filter={part as QueryFilter} />}
    </div>
  )
}
