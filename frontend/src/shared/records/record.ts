/** A record as it passes over the wire. */

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
  readonly release: number
}

export function referenceTitle(reference: Reference | string | null | undefined): string {
  return typeof reference === 'object' && reference !== null ? reference.title : ''
}
