/** A board while it is changed beside the draft: tiles, settings and questions made for it, and the commands that say so. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Dashboard, Label, Report, Tile } from '@/generated/metadata'
import type { Asked } from '@/plugins/asking/exploration'
import { boardCommands, newTile, settingCommands, settingsOf, sizeOf, type BoardSettings, type TileContent } from '@/plugins/boards/board-edits'
import { sizeFor, type BoardSubject } from '@/plugins/boards/board-subject'
import { proposedFilter } from '@/plugins/boards/proposed-filter'
import type { Definition } from '@/shared/definition/definition'
import { newDocumentId } from '@/shared/reports/apply'
import { moveTo, type Move } from '@/ui/board/move'
import { freePlace, inPlaces, type Place, type Places } from '@/ui/board/places'

export function useBoardDraft(definition: Definition, dashboard: Dashboard, known: readonly Report[]) {
  const { t } = useTranslation()
  const [tiles, setTiles] = useState<readonly Tile[]>(dashboard.tiles)
  const [made, setMade] = useState<readonly Report[]>([])
  const [settings, set] = useState<BoardSettings>(() => settingsOf(dashboard))
  const [selected, select] = useState<string | null>(null)
  const [asking, setAsking] = useState<{ readonly place?: Place | undefined; readonly others?: Places | undefined } | null>(null)
  const reports = [...known, ...made]
  const put = (content: TileContent, place: Place, others: Places = {}) => {
    const tile = newTile(tiles, content, place)
    setTiles([...inPlaces(tiles, others), tile])
    select(tile.id)
  }
  const addFilter = () => set((before) => ({ ...before, filters: [...(before.filters ?? []), proposedFilter(definition.entities, shown(reports, tiles), before.filters ?? [])] }))
  const add = (subject: BoardSubject, place?: Place, others?: Places) => {
    const at = place ?? freePlace(tiles, sizeFor(subject, reports))
    if (subject.kind === 'filter') addFilter()
    else if (subject.kind === 'question') setAsking({ place, others })
    else if (subject.kind === 'words') put({ text: { zh: t('dashboards:tile.text.new'), en: t('dashboards:tile.text.new') } }, at, others)
    else put({ report: subject.report }, at, others)
  }
  const ask = (label: Label, { query, chart, drill }: Asked) => {
    const report: Report = { schema: 'tongdao/report/1', id: newDocumentId('rpt'), name: 'new', label, query, chart, ...(drill.length > 0 ? { drill } : {}) }
    setMade([...made, report])
    put({ report: report.id }, asking?.place ?? freePlace(tiles, sizeOf(chart)), asking?.others)
    setAsking(null)
  }
  const copy = (id: string) => {
    const tile = tiles.find((each) => each.id === id)
    if (tile !== undefined) put(tile.report === undefined ? { text: tile.text ?? {} } : { report: tile.report }, freePlace(tiles, tile))
  }
  const move = ({ id, place, others }: Move) => setTiles(inPlaces(tiles, { ...others, [id]: place }))
  const place = (id: string, at: Place) => {
    const moved = moveTo(tiles, id, at)
    if (moved !== null) move(moved)
  }
  return {
    tiles,
    reports,
    settings,
    selected,
    chosen: tiles.find(({ id }) => id === selected),
    commands: [...made.filter(({ id }) => tiles.some((tile) => tile.report === id)).map(reportCommand), ...settingCommands(dashboard, settings), ...boardCommands(dashboard, tiles)],
    isAsking: asking !== null,
    select,
    set,
    add,
    addFilter,
    ask,
    copy,
    cancelAsking: () => setAsking(null),
    move,
    place,
    change: (tile: Tile) => setTiles(tiles.map((each) => (each.id === tile.id ? tile : each))),
    remove: (id: string) => setTiles(tiles.filter((each) => each.id !== id)),
  }
}

function shown(reports: readonly Report[], tiles: readonly Tile[]): readonly Report[] {
  return reports.filter(({ id }) => tiles.some((tile) => tile.report === id))
}

function reportCommand({ id, label, query, chart, drill }: Report) {
  return { kind: 'add_report', params: { id, label, query, chart, ...(drill === undefined ? {} : { drill }) } }
}
