/** The decimal arithmetic of formulas: 38 digits, halves away from zero. No floats outside functions. */
import DecimalJs from 'decimal.js'

export const Decimal = DecimalJs.clone({
  precision: 38,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -400,
  toExpPos: 400,
  defaults: true,
})
export type Decimal = DecimalJs
export type Rounding = DecimalJs.Rounding

export const ZERO = new Decimal(0)
export const ONE = new Decimal(1)
export const LARGEST_EXPONENT = 308

/** A float as the decimal a spreadsheet shows: 15 significant digits. Not for infinities. */
export function fromFloat(number: number): Decimal {
  return new Decimal(number.toPrecision(15))
}

/** Round to decimal places; negative ones round left of the point. */
export function rounded(
  number: Decimal,
  digits: number,
  mode: DecimalJs.Rounding = DecimalJs.ROUND_HALF_UP,
): Decimal {
  if (digits >= number.decimalPlaces()) return number
  if (digits >= 0) return number.toDecimalPlaces(digits, mode)
  if (digits < -LARGEST_EXPONENT) return ZERO
  const unit = new Decimal(10).pow(-digits)
  return number.div(unit).toDecimalPlaces(0, mode).times(unit)
}
