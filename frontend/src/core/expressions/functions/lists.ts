/**
 * Functions over lists: sums, extremes, counts. Inside lists texts, booleans and blanks are skipped; single
 * arguments are converted, blank ones skipped.
 */
import { Decimal, fromFloat, ONE, ZERO } from '../arithmetic'
import type { Bodies } from '../body'
import { load, toItems, toNumber, toRows } from '../coerce'
import { Fault, NO_NUMBERS, SIZES_DIFFER, WRONG_ARGUMENT } from '../faults'
import { finite } from '../operators'
import type { Run } from '../run'
import { ErrorValue, isMany, type Value } from '../values'

type OverLists = (run: Run, ...given: readonly Value[]) => Value

/** Whether a value is a number, a date or a time. */
export function isNumeric(value: Value): boolean {
  if (value === null || isMany(value) || value instanceof ErrorValue) return false
  return typeof value !== 'string' && typeof value !== 'boolean'
}

/** What counts as a number, as it is: in lists only numbers and dates, else all but blanks. */
function counted(run: Run, given: readonly Value[]): readonly Value[] {
  return given.flatMap((argument) => {
    if (!isMany(argument)) return argument === null ? [] : [load(argument)]
    const items = toItems(argument)
    run.spend(items.length)
    return items.filter((item) => isNumeric(load(item)))
  })
}

export function numbersOf(run: Run, given: readonly Value[]): readonly Decimal[] {
  return counted(run, given).map((item) => toNumber(run, item))
}

export function total(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((sum, each) => finite(sum.plus(each)), ZERO)
}

function product(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((result, each) => finite(result.times(each)), ONE)
}

export function mean(numbers: readonly Decimal[]): Decimal {
  if (numbers.length === 0) throw new Fault(NO_NUMBERS)
  return total(numbers).div(numbers.length)
}

/** The variance: of a sample (`missing` 1) or of everything (0). */
function variance(numbers: readonly Decimal[], missing: number): Decimal {
  if (numbers.length <= missing) throw new Fault(NO_NUMBERS)
  const middle = mean(numbers)
  const squares = numbers.map((each) => each.minus(middle).pow(2))
  return total(squares).div(numbers.length - missing)
}

/** Choose among items by their number; dates stay dates where all are of one kind. */
export function extremeOf(run: Run, items: readonly Value[], sign: 1 | -1): Value {
  const [first, ...rest] = items
  if (first === undefined) return ZERO
  const best = rest.reduce<Value>(
    (chosen, each) =>
      toNumber(run, each).comparedTo(toNumber(run, chosen)) * sign > 0 ? each : chosen,
    first,
  )
  const same = new Set(items.map((each) => each?.constructor)).size === 1
  return same && isNumeric(best) ? best : toNumber(run, best)
}

function counts(run: Run, argument: Value): number {
  if (isMany(argument)) {
    run.spend(argument.length)
    return toItems(argument).filter(isNumeric).length
  }
  if (argument === null || argument instanceof ErrorValue) return 0
  try {
    toNumber(run, argument)
    return 1
  } catch {
    return 0
  }
}

function itemsOf(run: Run, given: readonly Value[]): readonly Value[] {
  const items = given.flatMap((argument) => [...toItems(argument)])
  run.spend(items.length)
  return items
}

function sumOfProducts(run: Run, ...given: readonly Value[]): Decimal {
  const columns = given.map(toItems)
  const length = columns[0]?.length ?? 0
  if (columns.some((column) => column.length !== length)) throw new Fault(SIZES_DIFFER)
  run.spend(columns.length * length)
  const numberAt = (column: readonly Value[], row: number): Decimal => {
    const item = load(column[row] ?? null)
    return isNumeric(item) ? toNumber(run, item) : ZERO
  }
  const rows = Array.from({ length }, (_, row) =>
    product(columns.map((column) => numberAt(column, row))),
  )
  return total(rows)
}

const sum: OverLists = (run, ...given) => total(numbersOf(run, given))
const average: OverLists = (run, ...given) => mean(numbersOf(run, given))
const count: OverLists = (run, ...given) =>
  new Decimal(given.reduce<number>((all, each) => all + counts(run, each), 0))
const countFilled: OverLists = (run, ...given) =>
  new Decimal(itemsOf(run, given).filter((item) => item !== null).length)
const largest: OverLists = (run, ...given) => extremeOf(run, counted(run, given), 1)
const smallest: OverLists = (run, ...given) => extremeOf(run, counted(run, given), -1)
const multiplyAll: OverLists = (run, ...given) => {
  const numbers = numbersOf(run, given)
  return numbers.length ? product(numbers) : ZERO
}
const varianceOf =
  (missing: number): OverLists =>
  (run, ...given) =>
    fromFloat(variance(numbersOf(run, given), missing).toNumber())
const deviationOf =
  (missing: number): OverLists =>
  (run, ...given) =>
    fromFloat(variance(numbersOf(run, given), missing).sqrt().toNumber())

const SUBTOTALS: readonly OverLists[] = [
  average,
  count,
  countFilled,
  largest,
  smallest,
  multiplyAll,
  deviationOf(1),
  deviationOf(0),
  sum,
  varianceOf(1),
  varianceOf(0),
]

export const LISTS: Bodies = {
  SUM: sum,
  PRODUCT: multiplyAll,
  AVERAGE: average,
  MIN: smallest,
  MAX: largest,
  COUNT: count,
  COUNTA: countFilled,
  COUNTBLANK: (run: Run, ...given: readonly Value[]) =>
    new Decimal(itemsOf(run, given).filter((item) => item === null || item === '').length),
  SUMPRODUCT: sumOfProducts,
  SUMSQ: (run: Run, ...given: readonly Value[]) =>
    total(numbersOf(run, given).map((each) => each.times(each))),
  SUBTOTAL: (run: Run, kind: number, ...given: readonly Value[]) => {
    const body = SUBTOTALS[(kind > 100 ? kind - 100 : kind) - 1]
    if (!body) throw new Fault(WRONG_ARGUMENT)
    return body(run, ...given)
  },
  ROWS: (_run: Run, table: Value) => new Decimal(toRows(table).length),
  COLUMNS: (_run: Run, table: Value) => new Decimal(toRows(table)[0]?.length ?? 0),
}
