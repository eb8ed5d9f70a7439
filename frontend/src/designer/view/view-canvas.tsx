/** The list as it will be, with real records; its columns are arranged on it. */
import { useTranslation } from 'react-i18next'

import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { EmptyState } from '@/ui/feedback/empty-state'
import { Loading } from '@/ui/feedback/loading'

import { useDropPlace } from '../canvas/use-drop-place'
import { CardStrip } from './card-strip'
import { ColumnTable } from './column-table'
import { LivePicture } from './live-picture'
import { usePublishedView } from './published-view'
import { useView } from './view-context'
import styles from './view.module.css'

export function ViewCanvas() {
  const { t } = useTranslation()
  const { view, choose } = useView()
  const published = usePublishedView(view)
  const setRef = useDropPlace('canvas', { kind: 'canvas', order: 0 })
  const isRows = (view.kind ?? 'grid') === 'grid'
  return (
    <div ref={setRef} className={styles['canvas']} role="presentation" onKeyDown={(event) => event.key === 'Escape' && choose(null)}>
      <div className={styles['paper']} role="region" aria-label={t('viewdesign:canvas')}>
        {!isRows && <CardStrip />}
        {published === undefined && <Loading />}
        {published === null && isRows && <ColumnTable published={null} />}
        {published === null && <EmptyState title={t('viewdesign:unpublished')} hint={t('viewdesign:unpublished.hint')} />}
        {published && (
          <FieldScopeProvider definition={published.definition}>
            {isRows ? <ColumnTable published={published} /> : <LivePicture published={published} />}
          </FieldScopeProvider>
        )}
      </div>
    </div>
  )
}
