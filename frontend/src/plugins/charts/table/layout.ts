/** How an answer becomes a table: rows by dimensions, a dimension across where wanted, totals from the server. */
import {
  comparedRows,
  dimensionsOf,
  drillableFigures,
  grandTotal,
  isCompared,
  keyOf,
  measuresOf,
  totalsBy,
  type Answer,
  type AnswerColumn,
  type AnswerRow,
} from '@/core/query/answer'
import { changeRatio } from '@/core/query/figure'
import { membersOf, type Category } from '@/core/query/series'
import type { Query } from '@/generated/metadata'

export interface TableColumn {
  readonly key: string
  readonly measure: AnswerColumn
  /** The member across; none for columns of totals and where nothing goes across. */
  readonly member?: Category | undefined
  /** How the figure before it changed from an earlier period. */
  readonly isChange?: boolean
}

export interface TableRow {
  readonly key: string
  /** Row to read the titles of the dimensions at the left from; none for the grand total. */
  readonly head: AnswerRow | null
  readonly cells: readonly (AnswerRow | undefined)[]
  /** A total of a group of rows, by so many of the dimensions at the left. */
  readonly isSubtotal?: boolean
  readonly depth?: number
}

export interface TableLayout {
  readonly left: readonly AnswerColumn[]
  readonly across: AnswerColumn | undefined
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly total: TableRow | undefined
}

export function tableLayout(answer: Answer, columnsBy: string | undefined): TableLayout {
  const across = dimensionsOf(answer).find(({ id }) => id === columnsBy)
  return across === undefined ? flatLayout(answer) : crossLayout(answer, across)
}

function flatLayout(answer: Answer): TableLayout {
  const columns = measuresOf(answer).flatMap((measure): TableColumn[] => [
    { key: measure.id, measure },
    ...(isCompared(answer, measure.id) ? [{ key: `change ${measure.id}`, measure: changeOf(measure), isChange: true }] : []),
  ])
  const left = dimensionsOf(answer)
  const total = left.length === 0 ? undefined : grandTotal(answer)
  const before = comparedRows(answer)
  const cellsOf = (row: AnswerRow) => columns.map((column) => (column.isChange === true ? changeIn(row, before(row), column.measure.id) : row))
  return {
    left,
    across: undefined,
    columns,
    rows: withSubtotals(answer, left, answer.rows.map((row) => ({ key: rowKey(row, left), head: row, cells: cellsOf(row) })), cellsOf),
    total: total && { key: 'total', head: null, cells: cellsOf(total) },
  }
}

const CHANGE = '_change'

/** The column of changes of a figure; its cells hold them under this id. */
function changeOf({ id, label, role }: AnswerColumn): AnswerColumn {
  return { id: `${id}${CHANGE}`, role, label, kind: 'percent', format: { style: 'percent', scale: 1 } }
}

/** There is none for totals, which have no earlier row beside them. */
function changeIn(row: AnswerRow, before: AnswerRow | undefined, id: string): AnswerRow {
  const measure = id.slice(0, -CHANGE.length)
  return { [id]: changeRatio(row[measure], before?.[measure] ?? null) }
}

function crossLayout(answer: Answer, across: AnswerColumn): TableLayout {
  const left = dimensionsOf(answer).filter(({ id }) => id !== across.id)
  const measures = measuresOf(answer)
  const rowTotals = new Map(totalsBy(answer, left.map(({ id }) => id)).map((row) => [rowKey(row, left), row]))
  const columnTotals = new Map(totalsBy(answer, [across.id]).map((row) => [keyOf(row, across.id), row]))
  const members = membersOf(answer.rows, across.id)
  const columns: TableColumn[] = members.flatMap((member) => measures.map((measure) => ({ key: `${member.key} ${measure.id}`, measure, member })))
  const closing: TableColumn[] = rowTotals.size > 0 && left.length > 0 ? measures.map((measure) => ({ key: `total ${measure.id}`, measure })) : []
  const all = [...columns, ...closing]
  const total = grandTotal(answer)
  return {
    left,
    across,
    columns: all,
    rows: withSubtotals(answer, left, crossRows(answer, left, across, all, rowTotals), (group, by) => subtotalCells(answer, group, by, across, all)),
    total:
      columnTotals.size === 0 || left.length === 0
        ? undefined
        : { key: 'total', head: null, cells: all.map(({ member }) => (member === undefined ? total : columnTotals.get(member.key))) },
  }
}

function crossRows(
  answer: Answer,
  left: readonly AnswerColumn[],
  across: AnswerColumn,
  columns: readonly TableColumn[],
  totals: ReadonlyMap<string, AnswerRow>,
): TableRow[] {
  const groups = new Map<string, AnswerRow[]>()
  for (const row of answer.rows) {
    const key = rowKey(row, left)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, rows]) => {
    const byMember = new Map(rows.map((row) => [keyOf(row, across.id), row]))
    const cells = columns.map(({ member }) => (member === undefined ? totals.get(key) : byMember.get(member.key)))
    return { key, head: rows[0] ?? null, cells }
  })
}

/** After each group of rows its total, where it was asked for and the group has more than one row. */
function withSubtotals(
  answer: Answer,
  left: readonly AnswerColumn[],
  rows: readonly TableRow[],
  cellsOf: (group: AnswerRow, by: readonly AnswerColumn[]) => TableRow['cells'],
): TableRow[] {
  const levels = left.slice(0, -1).map((_, at) => left.slice(0, at + 1)).toReversed()
  const known = levels.map((by) => ({ by, totals: new Map(totalsBy(answer, by.map(({ id }) => id)).map((row) => [rowKey(row, by), row])), sizes: sizesOf(rows, by) }))
  return rows.flatMap((row, at) => {
    const next = rows[at + 1]
    const closing = known.flatMap(({ by, totals, sizes }): TableRow[] => {
      const key = rowKey(row.head ?? {}, by)
      const group = totals.get(key)
      const isLast = next === undefined || rowKey(next.head ?? {}, by) !== key
      if (group === undefined || !isLast || sizes.get(key) === 1) return []
      return [{ key: `total ${by.length} ${key}`, head: row.head, cells: cellsOf(group, by), isSubtotal: true, depth: by.length }]
    })
    return [row, ...closing]
  })
}

/** How many rows each group has. */
function sizesOf(rows: readonly TableRow[], by: readonly AnswerColumn[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const { head } of rows) {
    const key = rowKey(head ?? {}, by)
    sizes.set(key, (sizes.get(key) ?? 0) + 1)
  }
  return sizes
}

function subtotalCells(answer: Answer, group: AnswerRow, by: readonly AnswerColumn[], across: AnswerColumn, columns: readonly TableColumn[]): TableRow['cells'] {
  const key = rowKey(group, by)
  const own = totalsBy(answer, [...by.map(({ id }) => id), across.id]).filter((row) => rowKey(row, by) === key)
  const byMember = new Map(own.map((row) => [keyOf(row, across.id), row]))
  return columns.map(({ member }) => (member === undefined ? group : byMember.get(member.key)))
}

function rowKey(row: AnswerRow, dimensions: readonly AnswerColumn[]): string {
  return dimensions.map(({ id }) => keyOf(row, id)).join('\u0000')
}

/** Whether a cell can be looked into: it has a figure that comes from records, not from other figures. */
export function isDrillable(query: Query, row: AnswerRow | undefined, measure: string): row is AnswerRow {
  if (row === undefined || row[measure] === null || row[measure] === undefined) return false
  return drillableFigures(query, measure)[0] === measure
}
