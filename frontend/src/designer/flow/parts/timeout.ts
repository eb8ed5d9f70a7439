/** A time limit as the document of a step says it. */
import type { Timeout } from '@/generated/metadata'

export function timeoutOf(after: string, outcome: Timeout['then']): Timeout {
  // The document calls it so; a time limit is never waited for.
  return { after, then: outcome } // eslint-disable-line unicorn/no-thenable
}
