/** What surrounds one evaluation: the fixed moment, the time zone, the user, and how much work is left. */
import { Fault, TEXT_TOO_LONG, TOO_MUCH_WORK } from './faults'
import type { Instant } from './values'

const TEXT_BYTES = 64 * 1024
const WORK = 10_000

export interface Context {
  readonly now: Instant
  readonly timezone: string
  readonly user: string | null
  readonly roles: ReadonlySet<string>
}

export class Run {
  readonly context: Context
  private left = WORK

  constructor(context: Context) {
    this.context = context
  }

  /** Count work; too much of it is an error value, never a hang. */
  spend(amount: number): void {
    this.left -= amount
    if (this.left < 0) throw new Fault(TOO_MUCH_WORK)
  }
}

/** Refuse a text above 64 KB. */
export function bounded(text: string): string {
  const long = text.length > TEXT_BYTES / 4 && new TextEncoder().encode(text).length > TEXT_BYTES
  if (long) throw new Fault(TEXT_TOO_LONG)
  return text
}
