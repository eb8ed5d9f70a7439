/** The commands that save an exploration: a report, and a tile for it below all others of a dashboard. */
import type { Label } from '@/generated/metadata'
import type { Asked } from '@/plugins/asking/exploration'
import { sizeOf } from '@/plugins/boards/board-edits'
import { newDocumentId, type DesignCommand } from '@/shared/reports/apply'

export interface Saved {
  readonly label: Label
  readonly asked: Asked
  /** Where its tile goes: a dashboard there is, or a new one with this label. */
  readonly dashboard: { readonly id: string } | { readonly label: Label }
}

/** All go in one call, so the ids of what is new are made here. */
export function savingCommands({ label, asked: { query, chart, drill }, dashboard }: Saved, report = newDocumentId('rpt')): DesignCommand[] {
  const { w, h } = sizeOf(chart)
  const board = 'id' in dashboard ? dashboard.id : newDocumentId('dsh')
  const added = 'id' in dashboard ? [] : [{ kind: 'add_dashboard', params: { id: board, label: dashboard.label, for_all: true } }]
  const ways = drill.length > 0 ? { drill } : {}
  return [
    ...added,
    { kind: 'add_report', params: { id: report, label, query, chart, ...ways } },
    { kind: 'add_tile', params: { dashboard: board, report, w, h } },
  ]
}
