/** Finds the records that pasted texts name, by title or by another searched field, in as few questions as possible. */
import type { ListQuery } from '@/shared/records/list-records'
import type { StoredRecord } from '@/shared/records/record'
import { parsed, unreadable, type Parsed } from '@/core/values/parsed'

export interface Directory {
  /** The field whose value names a record. */
  readonly title: string
  /** Fields a text may be compared with, the title among them. */
  readonly names: readonly string[]
  /** Records offered, as the list route takes it. */
  readonly filter?: string
  readonly list: (query: ListQuery) => Promise<readonly StoredRecord[]>
}

/** The list route takes this many values of one condition and answers this many records. */
const MOST_AT_ONCE = 200

/** Each text to the one record it names, or to the reason why not. */
export async function matchReferences(texts: readonly string[], directory: Directory): Promise<ReadonlyMap<string, Parsed>> {
  const wanted = [...new Set(texts.map((text) => text.trim()))]
  const found = (await Promise.all(directory.names.flatMap((name) => chunked(wanted).map((part) => named(part, name, directory))))).flat()
  return new Map(wanted.map((text) => [text, outcome(text, found, directory)]))
}

function named(texts: readonly string[], name: string, { title, names, filter, list }: Directory): Promise<readonly StoredRecord[]> {
  const fields = [...new Set([title, ...names])].join(',')
  return list({ fields, filter, conditions: [{ field: name, operator: 'in', value: texts }], limit: MOST_AT_ONCE })
}

function outcome(text: string, records: readonly StoredRecord[], { title, names }: Directory): Parsed {
  const hits = new Map(records.filter((record) => names.some((name) => isNamed(record[name], text))).map((record) => [record.id, record]))
  const [hit] = hits.values()
  if (hit === undefined) return unreadable('entry.link.unknown', { text })
  if (hits.size > 1) return unreadable('entry.link.ambiguous', { text, count: hits.size })
  return parsed({ id: hit.id, title: titleText(hit[title], text) })
}

function isNamed(value: unknown, text: string): boolean {
  return typeof value === 'string' && folded(value) === folded(text)
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

function titleText(value: unknown, otherwise: string): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise
}

function chunked(texts: readonly string[]): (readonly string[])[] {
  const count = Math.ceil(texts.length / MOST_AT_ONCE)
  return Array.from({ length: count }, (_, at) => texts.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE))
}
