/** Arranging a board: tiles are dragged and resized by mouse, or placed by numbers; saving publishes at once. */
import 'react-grid-layout/css/styles.css'

import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { GridLayout, useContainerWidth, type Layout } from 'react-grid-layout'
import { useTranslation } from 'react-i18next'
import { useQueries } from '@tanstack/react-query'

import { text } from '@/core/i18n/text'
import type { Dashboard, Report, Tile } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { useApply } from '@/shared/reports/apply'
import { dashboardQuery, type OpenDashboard } from '@/shared/reports/dashboards'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { inReadingOrder } from './board'
import { boardCommands, isComplete, newTile, placed, settingCommands, type BoardSettings } from './board-edits'
import { BoardPanel } from './board-panel'
import styles from './dashboard.module.css'
import { EditedTile } from './edited-tile'
import { TilePanel } from './tile-panel'

const GRID = { cols: 24, rowHeight: 28, margin: [10, 10], containerPadding: [0, 0] } as const
const DRAG = { enabled: true, threshold: 4 }
const RESIZE = { enabled: true, handles: ['se', 'e', 's'] } as const

interface BoardEditorProps {
  readonly app: string
  readonly definition: Definition
  readonly open: OpenDashboard
  readonly onClose: () => void
}

export default function BoardEditor({ app, definition, open, onClose }: BoardEditorProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { message } = App.useApp()
  const { dashboard } = open
  const [tiles, setTiles] = useState<readonly Tile[]>(dashboard.tiles)
  const [selected, setSelected] = useState<string | null>(null)
  const reports = useReports(app, definition, open)
  const { mutate, isPending, error } = useApply(app)
  const [settings, setSettings] = useState<BoardSettings>(() => settingsOf(dashboard))
  const commands = [...settingCommands(dashboard, settings), ...boardCommands(dashboard, tiles)]
  const change = (tile: Tile) => setTiles((before) => before.map((each) => (each.id === tile.id ? tile : each)))
  const add = (report: string) => {
    const tile = newTile(tiles, report)
    setTiles([...tiles, tile])
    setSelected(tile.id)
  }
  const save = () =>
    mutate(
      { commands, note: t('dashboards:edit.note', { dashboard: text(dashboard.label, locale) }) },
      {
        onSuccess: () => {
          void message.success(t('dashboards:edit.saved'))
          onClose()
        },
      },
    )
  const chosen = tiles.find(({ id }) => id === selected)
  return (
    <Page wide>
      <PageHeader
        title={t('dashboards:edit', { dashboard: text(dashboard.label, locale) })}
        description={t('dashboards:edit.hint')}
        actions={
          <>
            <Button onClick={onClose}>{t('dashboards:edit.cancel')}</Button>
            <Button type="primary" disabled={commands.length === 0 || !isComplete(settings)} loading={isPending} onClick={save}>
              {t('dashboards:edit.save')}
            </Button>
          </>
        }
      />
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <div className={styles['editor']}>
        <Arranging tiles={tiles} reports={reports} selected={selected} onSelect={setSelected} onChange={setTiles} />
        <aside className={styles['panel']} aria-label={t('dashboards:panel')}>
          <h2 className={styles['panelTitle']}>{t('dashboards:add')}</h2>
          <Select
            aria-label={t('dashboards:add')}
            placeholder={t('dashboards:add.choose')}
            value={null}
            options={reports.map(({ id, label, name }) => ({ value: id, label: text(label, locale, name) }))}
            onChange={(id: string) => add(id)}
            showSearch={{ optionFilterProp: 'label' }}
          />
          {chosen === undefined ? (
            <>
              <p>{t('dashboards:panel.none')}</p>
              <BoardPanel app={app} definition={definition} dashboard={dashboard} settings={settings} onChange={setSettings} />
            </>
          ) : (
            <>
              <Button onClick={() => setSelected(null)}>{t('dashboards:panel.board')}</Button>
              <TilePanel
                key={chosen.id}
                tile={chosen}
                report={reports.find(({ id }) => id === chosen.report)}
                onChange={change}
                onRemove={() => setTiles(tiles.filter(({ id }) => id !== chosen.id))}
              />
            </>
          )}
        </aside>
      </div>
    </Page>
  )
}

function settingsOf({ refresh, filters }: Dashboard): BoardSettings {
  return { ...(refresh === undefined ? {} : { refresh }), ...(filters === undefined ? {} : { filters }) }
}

interface ArrangingProps {
  readonly tiles: readonly Tile[]
  readonly reports: readonly Report[]
  readonly selected: string | null
  readonly onSelect: (tile: string) => void
  readonly onChange: (tiles: readonly Tile[]) => void
}

function Arranging({ tiles, reports, selected, onSelect, onChange }: ArrangingProps) {
  const { width, containerRef, mounted } = useContainerWidth()
  const arrange = (layout: Layout) => {
    const places = new Map(layout.map(({ i, x, y, w, h }) => [i, { x, y, w, h }]))
    const arranged = tiles.map((tile) => placed(tile, places.get(tile.id) ?? {}))
    if (JSON.stringify(arranged) !== JSON.stringify(tiles)) onChange(arranged)
  }
  return (
    <div ref={containerRef}>
      {mounted && (
        <GridLayout
          width={width}
          gridConfig={GRID}
          dragConfig={DRAG}
          resizeConfig={RESIZE}
          layout={tiles.map(({ id, x, y, w, h }) => ({ i: id, x, y, w, h }))}
          onDragStop={arrange}
          onResizeStop={arrange}
        >
          {inReadingOrder({ tiles }).map((tile) => (
            <div key={tile.id}>
              <EditedTile tile={tile} report={reports.find(({ id }) => id === tile.report)} isSelected={tile.id === selected} onSelect={() => onSelect(tile.id)} />
            </div>
          ))}
        </GridLayout>
      )}
    </div>
  )
}

/** Reports one may put here: those on this board and on the others one may open. */
function useReports(app: string, definition: Definition, open: OpenDashboard): readonly Report[] {
  const others = (definition.dashboards ?? []).filter(({ id }) => id !== open.dashboard.id)
  const boards = useQueries({ queries: others.map(({ name }) => dashboardQuery(app, name)) })
  const all = [...open.reports, ...boards.flatMap(({ data }) => data?.reports ?? [])]
  return [...new Map(all.map((report) => [report.id, report])).values()]
}
