/** A record as it passes over the wire. */
import type { Entity } from '@/generated/metadata'
import { titleField } from '@/shared/definition/definition'

/** A linked record or person, when the list was asked to expand it. */
export interface Reference {
  readonly id: string
  readonly title: string
}

/** Field values by name beside what every record has. */
export interface StoredRecord {
  readonly id: string
  readonly version: number
  readonly created_at: string
  readonly created_by: Reference | string | null
  readonly modified_at: string
  readonly modified_by: Reference | string | null
  readonly [field: string]: unknown
}

export interface RecordPage {
  readonly items: readonly StoredRecord[]
  readonly next_cursor: string | null
  readonly total?: number
  /** For each mark asked for, the ids of those it is true of; null where it cannot be asked. */
  readonly marked?: readonly (readonly string[] | null)[]
  readonly release: number
}

/** What names the record: the value of its title field, of a link the linked record's name; else its id. */
export function recordTitle(entity: Entity, record: StoredRecord): string {
  const field = titleField(entity)
  const value = field && record[field.name]
  return titleText(value) || record.id
}

function titleText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return isReference(value) ? value.title : ''
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'title' in value
}

export function referenceTitle(reference: Reference | string | null | undefined): string {
  return typeof reference === 'object' && reference !== null ? (reference.title ?? '') : ''
}
