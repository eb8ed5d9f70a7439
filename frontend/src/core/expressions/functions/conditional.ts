/**
 * Sums, counts, means and extremes of what meets conditions. A criterion is a value to equal, or a text that
 * begins with `=`, `<>`, `<`, `<=`, `>` or `>=`; texts are compared without case, with wildcards.
 */
import { Decimal, ZERO } from '../arithmetic'
import type { Bodies } from '../body'
import { load, toItems, toNumber } from '../coerce'
import { Fault, SIZES_DIFFER } from '../faults'
import { compareTexts, fold } from '../operators'
import { hasWildcards, matchesWildcard } from '../patterns'
import type { Run } from '../run'
import { readNumber } from '../texts'
import { ErrorValue, type Value } from '../values'
import { extremeOf, isNumeric, mean, total } from './lists'

type Test = (item: Value) => boolean

const OPERATORS = ['<>', '<=', '>=', '=', '<', '>']

function criterionTest(run: Run, criterion: Value): Test {
  if (typeof criterion !== 'string') return equals(run, criterion ?? ZERO)
  const operator = OPERATORS.find((each) => criterion.startsWith(each)) ?? ''
  const operand = criterion.slice(operator.length)
  if (!['', '=', '<>'].includes(operator)) return inOrder(run, operator, operand)
  const test = equality(run, operator, operand)
  return operator === '<>' ? (item) => !test(item) : test
}

function equality(run: Run, operator: string, operand: string): Test {
  if (operand) return equals(run, read(operand))
  return operator ? (item) => item === null : (item) => item === null || item === ''
}

/** What a criterion compares with: a number, a boolean, an error, else text. */
function read(text: string): Value {
  const upper = text.toUpperCase()
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE'
  if (text.startsWith('#')) return new ErrorValue(upper, '')
  return readNumber(text) ?? text
}

function equals(run: Run, wanted: Value): Test {
  if (typeof wanted === 'boolean') return (item) => item === wanted
  if (wanted instanceof ErrorValue) {
    return (item) => item instanceof ErrorValue && item.code === wanted.code
  }
  if (typeof wanted === 'string') {
    if (hasWildcards(wanted)) {
      return (item) => typeof item === 'string' && matchesWildcard(wanted, item)
    }
    const folded = fold(wanted)
    return (item) => typeof item === 'string' && fold(item) === folded
  }
  const number = toNumber(run, wanted)
  return (item) => numberIn(run, item)?.eq(number) ?? false
}

function numberIn(run: Run, item: Value): Decimal | undefined {
  if (typeof item === 'string') return readNumber(item)
  return isNumeric(item) ? toNumber(run, item) : undefined
}

function inOrder(run: Run, operator: string, operand: string): Test {
  const wanted = read(operand)
  const holds = (order: number): boolean =>
    (order < 0 && operator[0] === '<') ||
    (order > 0 && operator[0] === '>') ||
    (order === 0 && operator.endsWith('='))
  if (wanted instanceof ErrorValue || !operand) return () => false
  if (typeof wanted === 'string') {
    const folded = fold(wanted)
    return (item) => typeof item === 'string' && holds(compareTexts(fold(item), folded))
  }
  if (typeof wanted === 'boolean') {
    return (item) => typeof item === 'boolean' && holds(Number(item) - Number(wanted))
  }
  const number = toNumber(run, wanted)
  return (item) => isNumeric(item) && holds(toNumber(run, item).comparedTo(number))
}

/** The items at the places where every range meets its criterion. */
function selected(run: Run, values: Value, criteria: readonly Value[]): readonly Value[] {
  const items = toItems(values)
  let chosen = items.map(() => true)
  for (let place = 0; place + 1 < criteria.length; place += 2) {
    const candidates = toItems(criteria[place] ?? null)
    if (candidates.length !== items.length) throw new Fault(SIZES_DIFFER)
    run.spend(candidates.length)
    const test = criterionTest(run, criteria[place + 1] ?? null)
    chosen = chosen.map((already, index) => already && test(candidates[index] ?? null))
  }
  return items.filter((_, index) => chosen[index])
}

function numeric(items: readonly Value[]): readonly Value[] {
  return items.filter((item) => item instanceof ErrorValue || isNumeric(item)).map(load)
}

function numbers(run: Run, values: Value, criteria: readonly Value[]): readonly Decimal[] {
  return numeric(selected(run, values, criteria)).map((item) => toNumber(run, item))
}

const countIfs = (run: Run, ...criteria: readonly Value[]): Value =>
  new Decimal(selected(run, criteria[0] ?? null, criteria).length)

export const CONDITIONAL: Bodies = {
  SUMIF: (run: Run, range: Value, criterion: Value, values: Value = null) =>
    total(numbers(run, values ?? range, [range, criterion])),
  SUMIFS: (run: Run, values: Value, ...criteria: readonly Value[]) =>
    total(numbers(run, values, criteria)),
  COUNTIF: countIfs,
  COUNTIFS: countIfs,
  AVERAGEIF: (run: Run, range: Value, criterion: Value, values: Value = null) =>
    mean(numbers(run, values ?? range, [range, criterion])),
  AVERAGEIFS: (run: Run, values: Value, ...criteria: readonly Value[]) =>
    mean(numbers(run, values, criteria)),
  MINIFS: (run: Run, values: Value, ...criteria: readonly Value[]) =>
    extremeOf(run, numeric(selected(run, values, criteria)), -1),
  MAXIFS: (run: Run, values: Value, ...criteria: readonly Value[]) =>
    extremeOf(run, numeric(selected(run, values, criteria)), 1),
}
