/** What is done to a dashboard, as edits of the draft. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Dashboard, Label, Report, Tile } from '@/generated/metadata'
import type { Asked } from '@/plugins/asking/exploration'
import { contentOf, settingCommands, settingsOf, sizeOf, type BoardSettings } from '@/plugins/boards/board-edits'
import { sizeFor, type BoardSubject } from '@/plugins/boards/board-subject'
import { proposedFilter } from '@/plugins/boards/proposed-filter'
import { newDocumentId } from '@/shared/reports/apply'
import { moveTo, type Move } from '@/ui/board/move'
import { freePlace, type Place, type Places } from '@/ui/board/places'

import { documentsIn, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useDefinitions } from '../drafting/use-definitions'

export function useDashboardEdits(dashboard: Dashboard, select: (tile: string | null) => void) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const { drafted } = useDefinitions()
  const [asking, setAsking] = useState<{ readonly place?: Place | undefined; readonly others?: Places | undefined } | null>(null)
  const { tiles } = dashboard
  const reports = documentsIn<Report>(draft, 'reports')
  const on = { dashboard: dashboard.id }
  const addTile = async (content: object, place: Place, others: Places = {}) => {
    const id = newDocumentId('til')
    const after = await edit('add_tile', { ...on, id, ...content, ...place, places: others })
    if (after !== null) select(id)
  }
  const settings = (next: BoardSettings) => {
    for (const { kind, params } of settingCommands(dashboard, next)) void edit(kind, params)
  }
  const addFilter = () => {
    const filters = dashboard.filters ?? []
    const shown = reports.filter(({ id }) => tiles.some((tile) => tile.report === id))
    settings({ ...settingsOf(dashboard), filters: [...filters, proposedFilter(drafted.entities, shown, filters)] })
    select(null)
  }
  const add = (subject: BoardSubject, place?: Place, others?: Places) => {
    const at = place ?? freePlace(tiles, sizeFor(subject, reports))
    if (subject.kind === 'filter') addFilter()
    else if (subject.kind === 'question') setAsking({ place, others })
    else if (subject.kind === 'words') void addTile({ text: bothLanguages(t('dashboards:tile.text.new')) }, at, others)
    else void addTile({ report: subject.report }, at, others)
  }
  const ask = async (label: Label, { query, chart, drill }: Asked) => {
    const report = newDocumentId('rpt')
    const { place, others } = asking ?? {}
    setAsking(null)
    const after = await edit('add_report', { id: report, label, query, chart, ...(drill.length > 0 ? { drill } : {}) })
    if (after !== null) await addTile({ report }, place ?? freePlace(tiles, sizeOf(chart)), others)
  }
  const move = (made: Move) => edit('move_tile', { ...on, tile: made.id, ...made.place, places: made.others })
  const place = (id: string, at: Place) => {
    const made = moveTo(tiles, id, at)
    if (made !== null) void move(made)
  }
  const change = (next: Tile) => {
    const before = tiles.find(({ id }) => id === next.id)
    if (before === undefined) return
    for (const property of ['label', 'text', 'cross_filter'] as const) {
      if (JSON.stringify(before[property]) !== JSON.stringify(next[property])) void edit('set_tile', { ...on, tile: next.id, property, value: next[property] ?? null })
    }
  }
  const copy = (id: string) => {
    const tile = tiles.find((each) => each.id === id)
    if (tile !== undefined) void addTile(contentOf(tile), freePlace(tiles, tile))
  }
  const remove = (id: string) => {
    select(null)
    void edit('remove_tile', { ...on, tile: id })
  }
  return { reports, isAsking: asking !== null, cancelAsking: () => setAsking(null), add, addFilter, addTile, ask, move, place, change, copy, remove, settings }
}

function bothLanguages(words: string): Label {
  return { zh: words, en: words }
}

export function reportFile(draft: Draft, id: string | undefined): string | undefined {
  return Object.entries(draft.documents).find(([file, document]) => file.startsWith('reports/') && document.id === id)?.[0]
}
