/** An import as the server describes it. */
import type { Issue } from '@/core/issues/issue'
import type { Label } from '@/generated/metadata'

export type ImportMode = 'create' | 'update' | 'upsert'
export type ImportState = 'proposed' | 'checking' | 'checked' | 'running' | 'done' | 'failed' | 'cancelled'

export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  readonly rows: number
  readonly columns: number
}

export interface SheetColumn {
  readonly column: string
  readonly samples: readonly string[]
  readonly type: string
}

export interface MappedColumn {
  readonly column: string
  readonly field: string
  readonly match?: string | null
  readonly create_missing?: boolean
}

export interface Mapping {
  readonly mode: ImportMode
  readonly key: readonly string[]
  readonly columns: readonly MappedColumn[]
}

/** A field that a column can go to; `matches` are the fields its linked records can be found by. */
export interface ImportTarget {
  readonly field: string
  readonly label: Label
  readonly lines: Label | null
  readonly type: string
  readonly required: boolean
  readonly matches: readonly { readonly name: string; readonly label: Label }[]
  readonly may_create: boolean
}

export interface ReportRow {
  readonly row: number
  readonly column: string | null
  readonly issues: readonly Issue[]
}

export interface ImportReport {
  readonly created: number
  readonly updated: number
  readonly failed: number
  readonly rows: readonly ReportRow[]
  /** Rows with findings beyond those listed. */
  readonly more: number
}

export interface Import {
  readonly id: string
  readonly state: ImportState
  readonly entity: string
  readonly file: string
  readonly encoding: string | null
  readonly sheets: readonly SheetSummary[]
  readonly sheet: string
  readonly header_row: number
  readonly header_rows: number
  readonly columns: readonly SheetColumn[]
  readonly preview: readonly (readonly string[])[]
  readonly rows: number
  readonly mapping: Mapping
  readonly targets: readonly ImportTarget[]
  readonly progress: { readonly done: number; readonly total: number }
  readonly report: ImportReport | null
  readonly issues: readonly Issue[]
}

/** Whether the server is at work on it right now. */
export function isBusy({ state }: Import): boolean {
  return state === 'checking' || state === 'running'
}

export function isOver({ state }: Import): boolean {
  return state === 'done' || state === 'cancelled'
}

/** The field a column goes to, if any. */
export function mappedTo(mapping: Mapping, column: string): MappedColumn | undefined {
  return mapping.columns.find((each) => each.column === column)
}

/** The mapping with one column sent elsewhere, or left out; keys that lost their column go too. */
export function withColumn(mapping: Mapping, column: string, to: Omit<MappedColumn, 'column'> | null): Mapping {
  const others = mapping.columns.filter((each) => each.column !== column)
  const columns = to === null ? others : [...others, { ...to, column }]
  const fields = new Set(columns.map(({ field }) => field))
  return { ...mapping, columns, key: mapping.key.filter((name) => fields.has(name)) }
}

/** Fields that tell which row is which record: those of the record itself that are mapped. */
export function keyChoices({ mapping, targets }: Import): readonly ImportTarget[] {
  const mapped = new Set(mapping.columns.map(({ field }) => field))
  return targets.filter((target) => target.lines === null && mapped.has(target.field))
}

/** Required fields that no column fills. */
export function missingTargets({ mapping, targets }: Import): readonly ImportTarget[] {
  if (mapping.mode === 'update') return []
  const mapped = new Set(mapping.columns.map(({ field }) => field))
  const hasLines = targets.some((target) => target.lines !== null && mapped.has(target.field))
  return targets.filter((target) => target.required && !mapped.has(target.field) && (target.lines === null || hasLines))
}
