/**
 * Which colour records have by the rules of their view. The server, which knows every function and every link, says
 * which records of a page meet a rule; the page carries the answer along.
 */
import type { ColorRule, View } from '@/generated/metadata'
import type { ListQuery } from '@/shared/records/list-records'
import type { RecordPage, StoredRecord } from '@/shared/records/record'

export type RecordColor = ColorRule['color']

/** Colour of the whole record under `*`, of single columns under the ids of their fields. */
export type RecordColors = Readonly<Record<string, RecordColor>>

type List = (query: ListQuery) => Promise<RecordPage>

// No field can be called like this.
const KEY = '$colors'
const WHOLE = '*'
const NONE: RecordColors = {}

export function colorsOf(record: StoredRecord): RecordColors {
  return (record[KEY] as RecordColors | undefined) ?? NONE
}

export function rowColor(record: StoredRecord): RecordColor | undefined {
  return colorsOf(record)[WHOLE]
}

export function cellColor(record: StoredRecord, field: string): RecordColor | undefined {
  return colorsOf(record)[field]
}

/** A list whose records know their colours. */
export function coloredList(list: List, view: View): List {
  const { colors: rules = [] } = view
  if (rules.length === 0) return list
  return async (query) => {
    const page = await list(query)
    if (query.fields === 'id' || page.items.length === 0) return page
    const ids = page.items.map(({ id }) => id)
    const met = await Promise.all(rules.map((rule) => matching(list, rule, ids)))
    return { ...page, items: page.items.map((record) => ({ ...record, [KEY]: colorsFor(record.id, rules, met) })) }
  }
}

async function matching(list: List, { when }: ColorRule, ids: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    const page = await list({ filter: when, conditions: [{ field: 'id', operator: 'in', value: ids }], fields: 'id', limit: ids.length })
    return new Set(page.items.map(({ id }) => id))
  } catch {
    // A rule that cannot be asked colours nothing; the list itself still says what is wrong with the rest.
    return new Set()
  }
}

/** Of several rules that fit, the first counts. */
function colorsFor(id: string, rules: readonly ColorRule[], met: readonly ReadonlySet<string>[]): RecordColors {
  const found = rules.filter((_, at) => met[at]?.has(id)).map(({ field = WHOLE, color }) => [field, color] as const)
  return Object.fromEntries(found.toReversed())
}
