/** The designer of one dashboard: what can be put on it left, the board itself in the middle, what is set at the right. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import type { Dashboard, Tile } from '@/generated/metadata'
import { FormulaEntriesContext } from '@/plugins/asking/formula-entries'
import { ArrangedBoard } from '@/plugins/boards/arranged-board'
import { contentOf } from '@/plugins/boards/board-edits'
import { BoardPalette } from '@/plugins/boards/board-palette'
import styles from '@/plugins/boards/boards.module.css'
import { tileName } from '@/plugins/boards/edited-tile'
import { QuestionDialog } from '@/plugins/boards/question-dialog'
import { TilePanel } from '@/plugins/boards/tile-panel'
import { below } from '@/ui/board/places'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { useDefinitions } from '../drafting/use-definitions'
import { FORMULA_ENTRIES } from '../expression/formula-entries'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, withBack, type Place } from '../frame/places'
import { useClipboard } from '../frame/use-clipboard'
import { DashboardPanel } from './dashboard-panel'
import { reportFile, useDashboardEdits } from './use-dashboard-edits'

const CLIP = 'tile'

interface DashboardDesignerProps {
  readonly dashboard: Dashboard
  readonly back: string
}

export function DashboardDesigner({ dashboard, back }: DashboardDesignerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft } = useDrafting()
  const { drafted, released } = useDefinitions()
  const requested = useRequestedPlace()
  const [selected, select] = useState<string | null>(() => tileAt(dashboard, requested))
  const edits = useDashboardEdits(dashboard, select)
  const { tiles } = dashboard
  const { reports } = edits
  const chosen = tiles.find(({ id }) => id === selected)
  const report = reports.find(({ id }) => id === chosen?.report)
  const open = (tile: string) => {
    const file = reportFile(draft, tiles.find(({ id }) => id === tile)?.report)
    if (file !== undefined) void navigate(withBack(draft.app, file, [], back))
  }
  useClipboard({
    copy: () => (chosen === undefined ? null : { kind: CLIP, app: draft.app, data: chosen }),
    paste: (clip) => clip.kind === CLIP && clip.app === draft.app && pasted(clip.data as Tile, tiles, edits.addTile),
    ...(chosen === undefined ? {} : { remove: () => edits.remove(chosen.id) }),
  })
  if (released === undefined) return <Loading />
  return (
    <DesignerFrame
      document={dashboard}
      file={`dashboards/${dashboard.name}.json`}
      back={back}
      chosen={chosen && { id: chosen.id, label: tileName(chosen, report, locale) || t('dashboards:tile.words') }}
      onShow={(_, place) => select(tileAt(dashboard, place))}
      palette={<BoardPalette reports={reports} onAdd={(subject) => edits.add(subject)} />}
      inspector={
        <div className={styles['inspected']}>
          {chosen === undefined ? (
            <DashboardPanel dashboard={dashboard} definition={drafted} onSettings={edits.settings} onAddFilter={edits.addFilter} />
          ) : (
            <TilePanel
              key={chosen.id}
              tile={chosen}
              report={report}
              onChange={edits.change}
              onPlace={(place) => edits.place(chosen.id, place)}
              onRemove={() => edits.remove(chosen.id)}
              onCopy={() => edits.copy(chosen.id)}
              onOpen={() => open(chosen.id)}
            />
          )}
        </div>
      }
    >
      <div className={styles['canvas']}>
        <ArrangedBoard
          app={draft.app}
          released={released}
          tiles={tiles}
          reports={reports}
          chosen={selected}
          onChoose={select}
          onMove={edits.move}
          onAdd={edits.add}
          onRemove={edits.remove}
          onCopy={edits.copy}
          onOpen={open}
        />
      </div>
      {edits.isAsking && (
        <FormulaEntriesContext value={FORMULA_ENTRIES}>
          <QuestionDialog app={draft.app} definition={drafted} released={released} onDone={(label, asked) => void edits.ask(label, asked)} onClose={edits.cancelAsking} />
        </FormulaEntriesContext>
      )}
    </DesignerFrame>
  )
}

function pasted(tile: Tile, tiles: readonly Tile[], addTile: ReturnType<typeof useDashboardEdits>['addTile']): boolean {
  const { w, h } = tile
  void addTile(contentOf(tile), { x: 0, y: below(tiles), w, h })
  return true
}

/** The tile at a place of the document, such as tiles, 2. */
function tileAt({ tiles }: Dashboard, [list, at]: Place): string | null {
  return list === 'tiles' ? (tiles[Number(at)]?.id ?? null) : null
}
