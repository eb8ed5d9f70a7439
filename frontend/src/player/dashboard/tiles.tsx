/** The tiles of a dashboard in their places. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Tile } from '@/generated/metadata'
import styles from '@/plugins/boards/boards.module.css'
import { DrillDrawer, type Drilled } from '@/plugins/reporting/drill-drawer'
import type { Definition } from '@/shared/definition/definition'
import type { OpenDashboard } from '@/shared/reports/dashboards'
import { Board } from '@/ui/board/board'
import { EmptyState } from '@/ui/feedback/empty-state'
import { useLocale } from '@/ui/locale/interface-language'

import type { BoardState } from './board-state'
import { ReportTile } from './report-tile'

interface TilesProps {
  readonly app: string
  readonly definition: Definition
  readonly open: OpenDashboard
  readonly state: BoardState
}

export function Tiles({ app, definition, open, state }: TilesProps) {
  const { t } = useTranslation()
  const [drilled, setDrilled] = useState<Drilled | null>(null)
  const { dashboard } = open
  if (dashboard.tiles.length === 0) return <EmptyState title={t('reports:dashboard.empty')} hint={t('reports:dashboard.empty.hint')} />
  return (
    <>
      <Board placed={dashboard.tiles} render={(tile) => <AnyTile app={app} definition={definition} open={open} tile={tile} state={state} onDrill={setDrilled} />} />
      <DrillDrawer app={app} definition={definition} drilled={drilled} onClose={() => setDrilled(null)} />
    </>
  )
}

interface AnyTileProps extends TilesProps {
  readonly tile: Tile
  readonly onDrill: (drilled: Drilled) => void
}

function AnyTile({ app, definition, open, tile, state, onDrill }: AnyTileProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const report = open.reports.find(({ id }) => id === tile.report)
  if (report !== undefined) {
    return <ReportTile app={app} definition={definition} dashboard={open.dashboard} tile={tile} report={report} state={state} onDrill={onDrill} />
  }
  if (tile.text === undefined) return <div className={styles['gone']}>{t('reports:tile.gone')}</div>
  return (
    <section className={styles['words']}>
      {tile.label !== undefined && <h2 className={styles['tileTitle']}>{text(tile.label, locale)}</h2>}
      <p>{text(tile.text, locale)}</p>
    </section>
  )
}
