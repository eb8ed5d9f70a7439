/** What the body of a function looks like: it gets the run and the converted arguments. */
import type { Run } from './run'
import type { Value } from './values'

export type Thunk = () => Value

// Arguments are converted by the kinds of the signature before the body sees them; each body names their types.
export type Body = (run: Run, ...given: never[]) => Value

export type Bodies = Readonly<Record<string, Body>>
