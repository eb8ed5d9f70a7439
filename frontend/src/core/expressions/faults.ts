/** Errors while computing: thrown inside, returned to the caller as an error value. */
import { ErrorValue } from './values'

const cause = (code: string, name: string): ErrorValue =>
  new ErrorValue(code, `expression.cause.${name}`)

export const DIVISION_BY_ZERO = cause('#DIV/0!', 'division_by_zero')
export const NO_NUMBERS = cause('#DIV/0!', 'no_numbers')
export const NOT_A_NUMBER = cause('#VALUE!', 'not_a_number')
export const NOT_A_BOOLEAN = cause('#VALUE!', 'not_a_boolean')
export const NOT_A_DATE = cause('#VALUE!', 'not_a_date')
export const NOT_ONE_VALUE = cause('#VALUE!', 'not_one_value')
export const WRONG_ARGUMENT = cause('#VALUE!', 'wrong_argument')
export const SIZES_DIFFER = cause('#VALUE!', 'sizes_differ')
export const TEXT_TOO_LONG = cause('#VALUE!', 'text_too_long')
export const OUT_OF_RANGE = cause('#NUM!', 'out_of_range')
export const NO_RESULT = cause('#NUM!', 'no_result')
export const TOO_MUCH_WORK = cause('#NUM!', 'too_much_work')
export const NOT_FOUND = cause('#N/A', 'not_found')
export const NO_SUCH_PLACE = cause('#REF!', 'no_such_place')
export const UNKNOWN_NAME = cause('#NAME?', 'unknown_name')

/** Carries an error value up to the next function that accepts errors, or to the result. */
export class Fault extends Error {
  readonly error: ErrorValue

  constructor(error: ErrorValue) {
    super(error.code)
    this.error = error
  }
}
