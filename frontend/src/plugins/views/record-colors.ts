/**
 * Which colour records have by the rules of their view. The server, which knows every function and every link, says
 * with the page itself which of its records meet a rule.
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
    if (query.fields === 'id') return list(query)
    const page = await list({ ...query, marks: rules.map(({ when }) => when) })
    const met = page.marked?.map((ids) => new Set(ids))
    return met === undefined ? page : { ...page, items: page.items.map((record) => ({ ...record, [KEY]: colorsFor(record.id, rules, met) })) }
  }
}

/** Of several rules that fit, the first counts; one that cannot be asked fits nothing. */
function colorsFor(id: string, rules: readonly ColorRule[], met: readonly ReadonlySet<string>[]): RecordColors {
  const found = rules.filter((_, at) => met[at]?.has(id)).map(({ field = WHOLE, color }) => [field, color] as const)
  return Object.fromEntries(found.toReversed())
}
