/** What a record's fields carry on the wire, and plain questions about such values. Knows no field types. */

/** A linked record or a person, expanded with its title. */
export interface Reference {
  readonly id: string
  /** Null when the reader may not see what it is called. */
  readonly title: string | null
}

/** An uploaded file, expanded with what it is. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
}

/** One detail line as the server sends it; its id stands among its values. */
export type WireLine = Readonly<Record<string, unknown>>

/** Decimals, dates and instants are texts, blank is null. */
export type Value = string | number | boolean | null | Reference | readonly string[] | readonly StoredFile[] | readonly WireLine[]

/** By field name. */
export type Values = Readonly<Record<string, Value>>

export function isBlank(value: Value | undefined): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value
}

export function isStoredFile(value: unknown): value is StoredFile {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value
}

/** The id of a link or person, expanded or not. */
export function referenceId(value: Value | undefined): string | null {
  if (isReference(value)) return value.id
  return typeof value === 'string' && value !== '' ? value : null
}

/** What is sent back to the server: expanded values shrink to their ids. */
export function collapsed(value: Value): Value {
  if (isReference(value)) return value.id
  if (Array.isArray(value)) return value.map((each: unknown) => (isStoredFile(each) ? each.id : each)) as Value
  return value === '' ? null : value
}

/** Whether two values would be stored alike; an expanded link equals its bare id. */
export function isSameValue(left: Value | undefined, right: Value | undefined): boolean {
  return canonical(left) === canonical(right)
}

function canonical(value: Value | undefined): string {
  return isBlank(value) ? 'null' : JSON.stringify(collapsed(value ?? null))
}
