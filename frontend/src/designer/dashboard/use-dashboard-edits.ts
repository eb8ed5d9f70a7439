/** What is done to a dashboard, as edits of the draft; tiles stand where they were put down while the edit is on its way. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Dashboard, Label, Report, Tile } from '@/generated/metadata'
import type { Asked } from '@/plugins/asking/exploration'
import { contentOf, freePlace, settingCommands, sizeOf, type BoardSettings } from '@/plugins/boards/board-edits'
import { sizeFor, type BoardSubject } from '@/plugins/boards/board-subject'
import { proposedFilter } from '@/plugins/boards/proposed-filter'
import { newDocumentId } from '@/shared/reports/apply'
import { isSamePlace, type Place } from '@/ui/board/places'

import { documentsIn, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useDefinitions } from '../drafting/use-definitions'

type Places = Readonly<Record<string, readonly number[]>>

export function useDashboardEdits(dashboard: Dashboard, select: (tile: string | null) => void) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const { drafted } = useDefinitions()
  const [moving, setMoving] = useState<readonly Tile[] | null>(null)
  const [asking, setAsking] = useState<{ readonly place: Place | undefined; readonly tiles: readonly Tile[] } | null>(null)
  const tiles = moving ?? dashboard.tiles
  const reports = documentsIn<Report>(draft, 'reports')
  const on = { dashboard: dashboard.id }
  const addTile = async (content: object, place: Place, others: readonly Tile[]) => {
    const id = newDocumentId('til')
    const after = await edit('add_tile', { ...on, id, ...content, ...place, places: placesOf(dashboard.tiles, others) })
    if (after !== null) select(id)
  }
  const settings = (next: BoardSettings) => {
    for (const { kind, params } of settingCommands(dashboard, next)) void edit(kind, params)
  }
  const addFilter = () => {
    const filters = dashboard.filters ?? []
    const shown = reports.filter(({ id }) => dashboard.tiles.some((tile) => tile.report === id))
    settings({ ...settingsOf(dashboard), filters: [...filters, proposedFilter(drafted.entities, shown, filters)] })
    select(null)
  }
  const add = (subject: BoardSubject, place?: Place, others: readonly Tile[] = dashboard.tiles) => {
    const at = place ?? freePlace(others, sizeFor(subject, reports))
    if (subject.kind === 'filter') addFilter()
    else if (subject.kind === 'question') setAsking({ place, tiles: others })
    else if (subject.kind === 'words') void addTile({ text: bothLanguages(t('dashboards:tile.text.new')) }, at, others)
    else void addTile({ report: subject.report }, at, others)
  }
  const ask = async (label: Label, { query, chart, drill }: Asked) => {
    const report = newDocumentId('rpt')
    const { place, tiles: others } = asking ?? { place: undefined, tiles: dashboard.tiles }
    setAsking(null)
    const after = await edit('add_report', { id: report, label, query, chart, ...(drill.length > 0 ? { drill } : {}) })
    if (after !== null) await addTile({ report }, place ?? freePlace(others, sizeOf(chart)), others)
  }
  const arrange = (next: readonly Tile[]) => {
    const places = placesOf(dashboard.tiles, next)
    if (Object.keys(places).length === 0) return
    setMoving(next)
    void edit('arrange_tiles', { ...on, places }).finally(() => setMoving(null))
  }
  const change = (next: Tile) => {
    const before = dashboard.tiles.find(({ id }) => id === next.id)
    if (before === undefined) return
    if (!isSamePlace(before, next)) arrange(dashboard.tiles.map((tile) => (tile.id === next.id ? next : tile)))
    for (const property of ['label', 'text', 'cross_filter'] as const) {
      if (JSON.stringify(before[property]) !== JSON.stringify(next[property])) void edit('set_tile', { ...on, tile: next.id, property, value: next[property] ?? null })
    }
  }
  const copy = (id: string) => {
    const tile = dashboard.tiles.find((each) => each.id === id)
    if (tile !== undefined) void addTile(contentOf(tile), freePlace(dashboard.tiles, tile), dashboard.tiles)
  }
  const remove = (id: string) => {
    select(null)
    void edit('remove_tile', { ...on, tile: id })
  }
  return { tiles, reports, isAsking: asking !== null, cancelAsking: () => setAsking(null), add, addFilter, addTile, ask, arrange, change, copy, remove, settings }
}

export function settingsOf({ refresh, filters }: Dashboard): BoardSettings {
  return { ...(refresh === undefined ? {} : { refresh }), ...(filters === undefined ? {} : { filters }) }
}

/** The new places of tiles that stand elsewhere than before. */
function placesOf(before: readonly Tile[], after: readonly Tile[]): Places {
  const known = new Map(before.map((tile) => [tile.id, tile]))
  const moved = after.filter((tile) => {
    const old = known.get(tile.id)
    return old !== undefined && !isSamePlace(old, tile)
  })
  return Object.fromEntries(moved.map(({ id, x, y, w, h }) => [id, [x, y, w, h]]))
}

function bothLanguages(words: string): Label {
  return { zh: words, en: words }
}

export function reportFile(draft: Draft, id: string | undefined): string | undefined {
  return Object.entries(draft.documents).find(([file, document]) => file.startsWith('reports/') && document.id === id)?.[0]
}
