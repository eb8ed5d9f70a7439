/** A file of tables as an app: what the server proposes, what somebody corrects, and asking for both. */
import type { Issue } from '@/core/issues/issue'
import type { FieldType, Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'
import { upload } from '@/shared/api/upload'

import type { MadeApp, NewApp } from './starts'

/** Values that cannot be read as the chosen type: how many, and the first with its row and reason. */
export interface Misfits {
  readonly count: number
  readonly row: number
  readonly value: string
  readonly words: Label
}

export interface FileColumn {
  readonly index: number
  readonly header: string
  readonly label: string
  readonly use: boolean
  readonly type: FieldType
  /** The sheet a link leads to. */
  readonly target: string | null
  readonly samples: readonly string[]
  readonly filled: number
  readonly distinct: number
  readonly reason: Label
  readonly misfits: Misfits | null
}

export interface FileTable {
  readonly sheet: string
  readonly hidden: boolean
  readonly rows: number
  readonly use: boolean
  readonly label: string
  readonly header_row: number
  readonly key: number | null
  readonly title: number | null
  readonly columns: readonly FileColumn[]
}

export interface Proposal {
  readonly id: string
  readonly file: string
  readonly types: readonly FieldType[]
  readonly tables: readonly FileTable[]
}

/** What is against a plan as it stands, and which values do not fit it. */
export interface Checked {
  readonly issues: readonly (Issue & { readonly words: Label })[]
  readonly misfits: readonly (Misfits & { readonly sheet: string; readonly index: number })[]
}

/** The import of one table that began with the app. */
export interface BegunImport {
  readonly sheet: string
  readonly import: string
}

export interface AppFromFile extends MadeApp {
  readonly imports: readonly BegunImport[]
}

export function bringFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<{ readonly id: string }> {
  return upload(`/workbooks?name=${encodeURIComponent(file.name)}`, file, { onProgress, signal })
}

export function proposeApp(id: string, rows: Readonly<Record<string, number>> = {}): Promise<Proposal> {
  return request(`/workbooks/${id}:propose`, { method: 'POST', body: { header_rows: rows } })
}

export function checkPlan(id: string, tables: readonly FileTable[], signal?: AbortSignal): Promise<Checked> {
  return request(`/workbooks/${id}:check`, { method: 'POST', body: { tables: tables.map(planOf) }, signal })
}

export function makeFromFile(wish: NewApp, id: string, tables: readonly FileTable[]): Promise<AppFromFile> {
  return request('/design/apps', { method: 'POST', body: { ...wish, workbook: { id, tables: tables.map(planOf) } } })
}

export function withTable(tables: readonly FileTable[], sheet: string, change: Partial<FileTable>): readonly FileTable[] {
  return tables.map((table) => (table.sheet === sheet ? { ...table, ...change } : table))
}

export function withColumn(table: FileTable, index: number, change: Partial<FileColumn>): FileTable {
  return { ...table, columns: table.columns.map((column) => (column.index === index ? { ...column, ...change } : column)) }
}

/** Header rows as they are, so that a table read anew leaves the others alone. */
export function headerRows(tables: readonly FileTable[]): Readonly<Record<string, number>> {
  return Object.fromEntries(tables.map(({ sheet, header_row: row }) => [sheet, row]))
}

export function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/, '')
}

function planOf({ sheet, use, label, header_row, key, title, columns }: FileTable) {
  return {
    sheet,
    use,
    label,
    header_row,
    key,
    title,
    columns: columns.map(({ index, label: name, use: isUsed, type, target }) => ({ index, label: name, use: isUsed, type, target })),
  }
}
