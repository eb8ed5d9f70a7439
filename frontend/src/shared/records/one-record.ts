/** Asking the server about one record: reading, writing, trash, history, and what saving would give. */
import type { Issue } from '@/core/issues/issue'
import { request } from '@/shared/api/request'

import { recordsPath } from './list-records'
import type { Reference, StoredRecord } from './record'

/** Where a record is: app and entity by name. */
export interface RecordPlace {
  readonly app: string
  readonly entity: string
}

export type RecordBody = Readonly<Record<string, unknown>>

export interface Preview {
  readonly values: Readonly<Record<string, unknown>>
  readonly issues: readonly Issue[]
}

export interface FieldChange {
  /** Name or id of the field. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  /** For detail lines: the line, and what changed in it. */
  readonly line?: string
  readonly changes?: readonly FieldChange[]
}

export interface RecordChange {
  readonly id: string
  readonly at: string
  readonly by: Reference | null
  readonly action: string
  readonly version: number
  readonly source: string
  readonly reason: string | null
  readonly changes: readonly FieldChange[]
}

export interface HistoryPage {
  readonly items: readonly RecordChange[]
  readonly next_cursor: string | null
}

const EXPANDED = { expand: '*' }

export function recordPath({ app, entity }: RecordPlace, id: string): string {
  return `${recordsPath(app, entity)}/${encodeURIComponent(id)}`
}

export function readRecord(place: RecordPlace, id: string, fields?: readonly string[]): Promise<StoredRecord> {
  return request<StoredRecord>(recordPath(place, id), { query: { ...EXPANDED, fields: fields?.join(',') } })
}

/** The key lets a repeated attempt after a lost answer create one record only; the server holds it to the rules of the form. */
export function createRecord({ app, entity }: RecordPlace, body: RecordBody, idempotencyKey: string, form?: string): Promise<StoredRecord> {
  return request<StoredRecord>(recordsPath(app, entity), { method: 'POST', query: { ...EXPANDED, form }, body, idempotencyKey })
}

/** Changes the version that was seen; with a form, the server holds the change to its rules. */
export function updateRecord(place: RecordPlace, { id, version }: Pick<StoredRecord, 'id' | 'version'>, body: RecordBody, form?: string): Promise<StoredRecord> {
  return request<StoredRecord>(recordPath(place, id), { method: 'PATCH', query: { ...EXPANDED, form }, body, ifMatch: etag(version) })
}

export async function deleteRecord(place: RecordPlace, id: string, version: number): Promise<void> {
  await request(recordPath(place, id), { method: 'DELETE', ifMatch: etag(version) })
}

export function restoreRecord(place: RecordPlace, id: string): Promise<StoredRecord> {
  return request<StoredRecord>(`${recordPath(place, id)}:restore`, { method: 'POST' })
}

/** Out of the database, for ever. */
export async function purgeRecord(place: RecordPlace, id: string, version: number): Promise<void> {
  await request(recordPath(place, id), { method: 'DELETE', query: { permanently: true }, ifMatch: etag(version) })
}

/** What saving would give; stores nothing. */
export function computeRecord({ app, entity }: RecordPlace, id: string | null, values: RecordBody, signal: AbortSignal): Promise<Preview> {
  const body = id === null ? { values } : { id, values }
  return request<Preview>(`${recordsPath(app, entity)}:compute`, { method: 'POST', query: EXPANDED, body, signal })
}

export function readHistory(place: RecordPlace, id: string, cursor: string | null): Promise<HistoryPage> {
  return request<HistoryPage>(`${recordPath(place, id)}/history`, { query: cursor === null ? {} : { cursor } })
}

function etag(version: number): string {
  return `"${version}"`
}
