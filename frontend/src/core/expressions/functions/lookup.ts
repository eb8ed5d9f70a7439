/**
 * Finding values in lists and tables. Exact search compares within one kind of value, texts without case and with
 * wildcards; approximate search takes the last value of an ordered list that is not beyond the wanted one.
 */
import { Decimal, ZERO } from '../arithmetic'
import type { Bodies } from '../body'
import { load, toItems, toRows } from '../coerce'
import { Fault, NO_SUCH_PLACE, NOT_FOUND, WRONG_ARGUMENT } from '../faults'
import { compare } from '../operators'
import { hasWildcards, matchesWildcard } from '../patterns'
import type { Run } from '../run'
import { ErrorValue, isMany, type Value } from '../values'

type Items = readonly Value[]
type Rows = readonly Items[]

function rank(value: Value): number {
  if (typeof value === 'boolean') return 2
  return typeof value === 'string' ? 1 : 0
}

function comparable(wanted: Value, item: Value): boolean {
  return item !== null && !(item instanceof ErrorValue) && rank(item) === rank(wanted)
}

function exactPosition(run: Run, given: Value, items: Items): number {
  run.spend(items.length)
  const wanted = given ?? ZERO
  if (typeof wanted === 'string' && hasWildcards(wanted)) {
    return items.findIndex((item) => typeof item === 'string' && matchesWildcard(wanted, item))
  }
  return items.findIndex((item) => comparable(wanted, item) && compare(run, item, wanted) === 0)
}

/** The last position before the first value beyond the wanted one; -1 where there is none. */
function sortedPosition(run: Run, given: Value, items: Items, descending = false): number {
  run.spend(items.length)
  const wanted = given ?? ZERO
  let position = -1
  for (const [index, item] of items.entries()) {
    if (!comparable(wanted, item)) continue
    if (compare(run, item, wanted) === (descending ? -1 : 1)) break
    position = index
  }
  return position
}

function found(position: number): number {
  if (position < 0) throw new Fault(NOT_FOUND)
  return position
}

function transposed(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null))
}

function lookDown(run: Run, wanted: Value, rows: Rows, column: number, approximate = true): Value {
  if (column < 1) throw new Fault(WRONG_ARGUMENT)
  if (column > (rows[0]?.length ?? 0)) throw new Fault(NO_SUCH_PLACE)
  const keys = rows.map((row) => row[0] ?? null)
  const search = approximate ? sortedPosition : exactPosition
  return rows[found(search(run, wanted, keys))]?.[column - 1] ?? null
}

function lookUp(run: Run, wanted: Value, keys: Value, results: Value = null): Value {
  const rows = toRows(keys)
  let firsts = toItems(keys)
  let lasts = results === null ? firsts : toItems(results)
  if (results === null && rows.some((row) => row.some(isMany))) {
    const columns = rows.length >= (rows[0]?.length ?? 0) ? rows : transposed(rows)
    firsts = columns.map((row) => row[0] ?? null)
    lasts = columns.map((row) => row.at(-1) ?? null)
  }
  const position = found(sortedPosition(run, wanted, firsts))
  if (position >= lasts.length) throw new Fault(NOT_FOUND)
  return lasts[position] ?? null
}

function match(run: Run, wanted: Value, items: Value, mode = 1): Value {
  const candidates = toItems(items)
  const position =
    mode === 0
      ? exactPosition(run, wanted, candidates)
      : sortedPosition(run, wanted, candidates, mode < 0)
  return new Decimal(found(position) + 1)
}

/** What stands in a row and column, both from 1; 0 takes all. */
function pick(_run: Run, table: Value, givenRow = 0, givenColumn = 0): Value {
  if (givenRow < 0 || givenColumn < 0) throw new Fault(WRONG_ARGUMENT)
  const rows = toRows(table)
  const width = rows[0]?.length ?? 0
  const acrossList = width === 1 && givenColumn > 1 && givenRow <= 1
  const [row, column] = acrossList ? [givenColumn, 1] : [givenRow, givenColumn]
  if (row > rows.length || column > width) throw new Fault(NO_SUCH_PLACE)
  if (row && (column || width === 1)) {
    return load(rows[row - 1]?.[Math.max(column, 1) - 1] ?? null)
  }
  if (row) return rows[row - 1] ?? null
  return column ? rows.map((each) => each[column - 1] ?? null) : table
}

export const LOOKUP: Bodies = {
  VLOOKUP: (run: Run, wanted: Value, table: Value, column: number, approximate?: boolean) =>
    lookDown(run, wanted, toRows(table), column, approximate),
  HLOOKUP: (run: Run, wanted: Value, table: Value, row: number, approximate?: boolean) =>
    lookDown(run, wanted, transposed(toRows(table)), row, approximate),
  LOOKUP: lookUp,
  MATCH: match,
  INDEX: pick,
}
