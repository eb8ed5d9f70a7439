/** Numbers: rounding, powers, division with remainder, trigonometry; decimal where exact, else at 15 digits. */
import { Decimal, rounded, type Rounding, ZERO } from '../arithmetic'
import type { Bodies } from '../body'
import { toInteger, toItems } from '../coerce'
import { DIVISION_BY_ZERO, Fault, OUT_OF_RANGE } from '../faults'
import { finite, ofFloat, powerOf } from '../operators'
import type { Run } from '../run'
import type { Value } from '../values'

type OfNumber = (run: Run, number: Decimal) => Value
type OfTwo = (run: Run, number: Decimal, other: Decimal) => Value

const LARGEST_FACTORIAL = 170
const WIDEST_CHOICE = 1030
const { ROUND_CEIL, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP } = Decimal

function multiple(number: Decimal, step: Decimal, mode: Rounding): Decimal {
  return number.div(step).toDecimalPlaces(0, mode).times(step)
}

const remainder: OfTwo = (_run, number, divisor) => {
  if (divisor.isZero()) throw new Fault(DIVISION_BY_ZERO)
  const rest = number.minus(number.div(divisor).trunc().times(divisor))
  return rest.isZero() || rest.isNegative() === divisor.isNegative() ? rest : rest.plus(divisor)
}

const quotient: OfTwo = (_run, number, divisor) => {
  if (divisor.isZero()) throw new Fault(DIVISION_BY_ZERO)
  return number.div(divisor).trunc()
}

const ceiling: OfTwo = (_run, number, step) => {
  if (number.isZero() || step.isZero()) return ZERO
  if (number.gt(0) && step.lt(0)) throw new Fault(OUT_OF_RANGE)
  return multiple(number, step, ROUND_CEIL)
}

const floor: OfTwo = (_run, number, step) => {
  if (number.isZero()) return ZERO
  if (step.isZero()) throw new Fault(DIVISION_BY_ZERO)
  if (number.gt(0) && step.lt(0)) throw new Fault(OUT_OF_RANGE)
  return multiple(number, step, ROUND_FLOOR)
}

const toMultiple: OfTwo = (_run, number, step) => {
  if (number.isZero() || step.isZero()) return ZERO
  if (number.isNegative() !== step.isNegative()) throw new Fault(OUT_OF_RANGE)
  return multiple(number, step, ROUND_HALF_UP)
}

const odd: OfNumber = (_run, number) => {
  const sign = number.isNegative() && !number.isZero() ? -1 : 1
  if (number.abs().lte(1)) return new Decimal(sign)
  return number.minus(sign).div(2).toDecimalPlaces(0, ROUND_UP).times(2).plus(sign)
}

function logarithm(_run: Run, number: Decimal, base: Decimal = new Decimal(10)): Value {
  if (number.lte(0) || base.lte(0)) throw new Fault(OUT_OF_RANGE)
  if (base.eq(10)) return ofFloat(Math.log10(number.toNumber()))
  if (base.eq(1)) throw new Fault(DIVISION_BY_ZERO)
  return ofFloat(Math.log(number.toNumber()) / Math.log(base.toNumber()))
}

function factorial(_run: Run, number: number): Decimal {
  if (number < 0 || number > LARGEST_FACTORIAL) throw new Fault(OUT_OF_RANGE)
  let result = 1n
  for (let factor = 2n; factor <= BigInt(number); factor += 1n) result *= factor
  return new Decimal(result.toString()).toSignificantDigits(38)
}

function combinations(_run: Run, number: number, chosen: number): Decimal {
  const fewer = Math.min(chosen, number - chosen)
  if (chosen < 0 || chosen > number || fewer > WIDEST_CHOICE) throw new Fault(OUT_OF_RANGE)
  let result = 1n
  for (let step = 1; step <= fewer; step += 1) {
    result = (result * BigInt(number - fewer + step)) / BigInt(step)
  }
  return finite(new Decimal(result.toString()).toSignificantDigits(38))
}

function naturals(run: Run, given: readonly Value[]): readonly bigint[] {
  const items = given.flatMap((argument) => [...toItems(argument)])
  run.spend(items.length)
  const numbers = items.map((item) => toInteger(run, item))
  if (numbers.some((number) => number < 0)) throw new Fault(OUT_OF_RANGE)
  return numbers.map(BigInt)
}

function commonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : commonDivisor(other, one % other)
}

function commonMultiple(one: bigint, other: bigint): bigint {
  return one === 0n || other === 0n ? 0n : (one / commonDivisor(one, other)) * other
}

const inFloat =
  (compute: (number: number) => number): OfNumber =>
  (_run, number) =>
    ofFloat(compute(number.toNumber()))

const rounding =
  (mode: Rounding) =>
  (_run: Run, number: Decimal, digits = 0): Value =>
    rounded(number, digits, mode)

const logarithm10: OfNumber = (run, number) => logarithm(run, number)

export const MATHS: Bodies = {
  ABS: (_run: Run, number: Decimal) => number.abs(),
  SIGN: (_run: Run, number: Decimal) => new Decimal(number.comparedTo(0)),
  ROUND: rounding(ROUND_HALF_UP),
  ROUNDUP: rounding(ROUND_UP),
  ROUNDDOWN: rounding(ROUND_DOWN),
  TRUNC: rounding(ROUND_DOWN),
  INT: (_run: Run, number: Decimal) => number.floor(),
  MOD: remainder,
  QUOTIENT: quotient,
  CEILING: ceiling,
  FLOOR: floor,
  MROUND: toMultiple,
  EVEN: (_run: Run, number: Decimal) => number.div(2).toDecimalPlaces(0, ROUND_UP).times(2),
  ODD: odd,
  POWER: (_run: Run, number: Decimal, exponent: Decimal) => powerOf(number, exponent),
  SQRT: inFloat(Math.sqrt),
  EXP: inFloat(Math.exp),
  LN: (_run: Run, number: Decimal) => {
    if (number.lte(0)) throw new Fault(OUT_OF_RANGE)
    return ofFloat(Math.log(number.toNumber()))
  },
  LOG: logarithm,
  LOG10: logarithm10,
  FACT: factorial,
  COMBIN: combinations,
  GCD: (run: Run, ...given: readonly Value[]) =>
    new Decimal(naturals(run, given).reduce(commonDivisor, 0n).toString()),
  LCM: (run: Run, ...given: readonly Value[]) =>
    new Decimal(naturals(run, given).reduce(commonMultiple, 1n).toString()),
  PI: () => ofFloat(Math.PI),
  SIN: inFloat(Math.sin),
  COS: inFloat(Math.cos),
  TAN: inFloat(Math.tan),
  ASIN: inFloat(Math.asin),
  ACOS: inFloat(Math.acos),
  ATAN: inFloat(Math.atan),
  ATAN2: (_run: Run, x: Decimal, y: Decimal) => {
    if (x.isZero() && y.isZero()) throw new Fault(DIVISION_BY_ZERO)
    return ofFloat(Math.atan2(y.toNumber(), x.toNumber()))
  },
  RADIANS: inFloat((degrees) => (degrees * Math.PI) / 180),
  DEGREES: inFloat((radians) => (radians * 180) / Math.PI),
}
