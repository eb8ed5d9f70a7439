/** The commands that save an exploration: a report, and a tile for it below all others of a dashboard. */
import type { Chart, Label, Query } from '@/generated/metadata'
import { newDocumentId, type DesignCommand } from '@/shared/reports/apply'

export interface Saved {
  readonly label: Label
  readonly query: Query
  readonly chart: Chart
  readonly dashboard: string
}

/** Both commands go in one call, so the report's id is made here. */
export function savingCommands({ label, query, chart, dashboard }: Saved, report = newDocumentId('rpt')): DesignCommand[] {
  const [w, h] = chart.kind === 'number' ? [6, 4] : [12, 9]
  return [
    { kind: 'add_report', params: { id: report, label, query, chart } },
    { kind: 'add_tile', params: { dashboard, report, w, h } },
  ]
}
