/** How a function takes its arguments. The signatures themselves are generated from the server's registry. */

export type Kind =
  | 'number'
  | 'integer'
  | 'text'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'any'
  | 'list'
  | 'captured'
  | 'lazy'

export interface Signature {
  readonly before: readonly Kind[]
  /** How many of `before` must be given. */
  readonly required: number
  readonly repeated: readonly Kind[]
  readonly after: readonly Kind[]
}

/** The kind of each of `count` arguments; undefined where the count is wrong. */
export function kindsFor(signature: Signature, count: number): readonly Kind[] | undefined {
  const { before, required, repeated, after } = signature
  if (count < required + repeated.length) return undefined
  if (repeated.length === 0) return count <= before.length ? before.slice(0, count) : undefined
  const groups = Math.floor((count - before.length) / repeated.length)
  const rest = (count - before.length) % repeated.length
  if (rest > after.length) return undefined
  return [...before, ...Array.from({ length: groups }, () => repeated).flat(), ...after.slice(0, rest)]
}
