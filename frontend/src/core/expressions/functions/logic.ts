/** Conditions and choices. What is not chosen is not evaluated. */
import type { Bodies, Thunk } from '../body'
import { load, toBoolean, toItems } from '../coerce'
import { Fault, NOT_FOUND, WRONG_ARGUMENT } from '../faults'
import { compare } from '../operators'
import type { Run } from '../run'
import { isMany, type Value } from '../values'

/** Read conditions; in lists texts and blanks do not count, but something must. */
function conditions(run: Run, given: readonly Value[]): readonly boolean[] {
  const found: boolean[] = []
  for (const argument of given) {
    const items = toItems(argument)
    run.spend(items.length - 1)
    for (const item of items) {
      load(item)
      if (isMany(argument) && (item === null || typeof item === 'string')) continue
      found.push(toBoolean(run, item))
    }
  }
  if (found.length === 0) throw new Fault(WRONG_ARGUMENT)
  return found
}

function firstTrue(run: Run, ...pairs: readonly Thunk[]): Value {
  for (let place = 0; place + 1 < pairs.length; place += 2) {
    if (toBoolean(run, pairs[place]?.() ?? null)) return pairs[place + 1]?.() ?? null
  }
  throw new Fault(NOT_FOUND)
}

function switchOver(run: Run, value: Value, ...rest: readonly Thunk[]): Value {
  for (let place = 0; place + 1 < rest.length; place += 2) {
    if (compare(run, value, rest[place]?.() ?? null) === 0) return rest[place + 1]?.() ?? null
  }
  const otherwise = rest.length % 2 ? rest.at(-1) : undefined
  if (!otherwise) throw new Fault(NOT_FOUND)
  return otherwise()
}

function recover(value: Thunk, otherwise: Thunk, accepts: (code: string) => boolean): Value {
  try {
    return load(value())
  } catch (fault) {
    if (fault instanceof Fault && accepts(fault.error.code)) return otherwise()
    throw fault
  }
}

export const LOGIC: Bodies = {
  IF: (_run: Run, condition: boolean, then: Thunk, otherwise?: Thunk) =>
    condition ? then() : (otherwise?.() ?? (otherwise ? null : false)),
  IFS: firstTrue,
  SWITCH: switchOver,
  CHOOSE: (_run: Run, index: number, ...values: readonly Thunk[]) => {
    const chosen = values[index - 1]
    if (!chosen) throw new Fault(WRONG_ARGUMENT)
    return chosen()
  },
  AND: (run: Run, ...given: readonly Value[]) => conditions(run, given).every(Boolean),
  OR: (run: Run, ...given: readonly Value[]) => conditions(run, given).some(Boolean),
  XOR: (run: Run, ...given: readonly Value[]) =>
    conditions(run, given).filter(Boolean).length % 2 === 1,
  NOT: (_run: Run, condition: boolean) => !condition,
  IFERROR: (_run: Run, value: Thunk, otherwise: Thunk) => recover(value, otherwise, () => true),
  IFNA: (_run: Run, value: Thunk, otherwise: Thunk) =>
    recover(value, otherwise, (code) => code === NOT_FOUND.code),
  TRUE: () => true,
  FALSE: () => false,
}
