/** Exact numbers. The one place that sets decimal.js up as the formula language asks: 38 digits, halves away from zero. */
import { Decimal } from 'decimal.js'

/** Our own constructor, so that no other user of the library changes the precision under us. */
export const Exact = Decimal.clone({ precision: 38, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 })

/** A number as the wire writes it: no exponent, `scale` places when given. */
export function decimalText(number: Decimal, scale?: number): string {
  return scale === undefined ? number.toFixed() : number.toFixed(scale, Decimal.ROUND_HALF_UP)
}

/** The wire's text with exactly `scale` places; what is no number stays as it is. */
export function withScale(text: string, scale: number): string {
  return isDecimalText(text) ? decimalText(new Exact(text), scale) : text
}

export function isDecimalText(value: unknown): value is Intl.StringNumericLiteral {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
}

/** The sum of wire numbers; blanks and texts that are no numbers do not count. */
export function sumOf(values: readonly unknown[]): string {
  const numbers = values.map((value) => (typeof value === 'number' ? String(value) : value)).filter(isDecimalText)
  return decimalText(numbers.reduce<Decimal>((sum, number) => sum.plus(number), new Exact(0)))
}
