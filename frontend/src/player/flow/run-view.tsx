/** A run as its reader can best see it: a drawing where there is room, a list of steps on a phone or when wished. */
import { Grid, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Run } from '@/shared/flows/wire'
import { Loading } from '@/ui/feedback/loading'

import { FlowPath } from './flow-path'
import styles from './flow.module.css'

type Way = 'drawing' | 'list'

const RunDrawing = lazy(() => import('./run-drawing'))

export function RunView({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  const hasRoom = Grid.useBreakpoint().md === true
  const [way, setWay] = useState<Way>('drawing')
  if (!hasRoom) return <FlowPath run={run} />
  return (
    <div className={styles['view']}>
      <Segmented<Way>
        value={way}
        onChange={setWay}
        options={[
          { value: 'drawing', label: t('flows:drawing') },
          { value: 'list', label: t('flows:list') },
        ]}
      />
      {way === 'list' ? (
        <FlowPath run={run} />
      ) : (
        <Suspense fallback={<Loading />}>
          <RunDrawing run={run} />
        </Suspense>
      )}
    </div>
  )
}
