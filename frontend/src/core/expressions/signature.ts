/** Which kind each argument of a call has. The signatures are generated from the server's registry. */
import type { Kind, Signature } from '@/generated/functions'

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
