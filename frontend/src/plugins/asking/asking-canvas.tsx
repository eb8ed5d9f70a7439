/** The middle of asking: the shelves, what to mind about them, pictures to choose from, and the answer. */
import { FunctionOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Drilled } from '../reporting/drill-drawer'
import { AdviceView } from './advice-view'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { ChartGallery } from './chart-gallery'
import { DimensionChips, FilterChips, MeasureChips } from './chips'
import { Result } from './result'
import { Shelf } from './shelf'

const FormulaDialog = lazy(() => import('./formula-dialog'))

interface AskingCanvasProps {
  readonly onDrill?: (drilled: Drilled) => void
}

export function AskingCanvas({ onDrill }: AskingCanvasProps) {
  return (
    <div className={styles['main']}>
      <div className={styles['shelves']}>
        <Values />
        <DimensionChips name="rows" />
        <DimensionChips name="columns" />
        <DimensionChips name="color" />
        <FilterChips />
      </div>
      <AdviceView />
      <ChartGallery />
      <Result {...(onDrill && { onDrill })} />
    </div>
  )
}

/** Figures, and beside them the way to one that is computed. */
function Values() {
  const { t } = useTranslation()
  const { shelves } = useAsking()
  const [isComputing, setComputing] = useState(false)
  const add = (
    <Button type="text" size="small" icon={<FunctionOutlined aria-hidden />} onClick={() => setComputing(true)}>
      {t('explore:formula.add')}
    </Button>
  )
  return (
    <>
      <Shelf name="values" isEmpty={shelves.values.length === 0} more={add}>
        <MeasureChips />
      </Shelf>
      {isComputing && (
        <Suspense>
          <FormulaDialog onClose={() => setComputing(false)} />
        </Suspense>
      )}
    </>
  )
}
