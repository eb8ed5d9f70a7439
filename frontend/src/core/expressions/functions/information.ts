/** Questions about a value: what kind it is, whether it is blank or an error. */
import { Decimal, ZERO } from '../arithmetic'
import type { Bodies } from '../body'
import { toNumber } from '../coerce'
import { Fault, NOT_A_NUMBER, NOT_FOUND } from '../faults'
import type { Run } from '../run'
import { ErrorValue, isMany, type Value } from '../values'
import { isNumeric } from './lists'

function isNotAvailable(value: Value): boolean {
  return value instanceof ErrorValue && value.code === NOT_FOUND.code
}

function isEven(run: Run, value: Value): boolean {
  if (typeof value === 'boolean') throw new Fault(NOT_A_NUMBER)
  return toNumber(run, value).trunc().mod(2).isZero()
}

/** 1 for numbers and blanks, 2 text, 4 booleans, 16 errors, 64 lists. */
function kindNumber(value: Value): number {
  if (typeof value === 'boolean') return 4
  if (typeof value === 'string') return 2
  if (value instanceof ErrorValue) return 16
  return isMany(value) ? 64 : 1
}

export const INFORMATION: Bodies = {
  ISBLANK: (_run: Run, value: Value) => value === null,
  ISERROR: (_run: Run, value: Value) => value instanceof ErrorValue,
  ISERR: (_run: Run, value: Value) => value instanceof ErrorValue && !isNotAvailable(value),
  ISNA: (_run: Run, value: Value) => isNotAvailable(value),
  ISNUMBER: (_run: Run, value: Value) => isNumeric(value),
  ISTEXT: (_run: Run, value: Value) => typeof value === 'string',
  ISNONTEXT: (_run: Run, value: Value) => typeof value !== 'string',
  ISLOGICAL: (_run: Run, value: Value) => typeof value === 'boolean',
  ISEVEN: isEven,
  ISODD: (run: Run, value: Value) => !isEven(run, value),
  NA: () => {
    throw new Fault(NOT_FOUND)
  },
  N: (run: Run, value: Value) => (typeof value === 'string' ? ZERO : toNumber(run, value)),
  T: (_run: Run, value: Value) => (typeof value === 'string' ? value : ''),
  TYPE: (_run: Run, value: Value) => new Decimal(kindNumber(value)),
}
