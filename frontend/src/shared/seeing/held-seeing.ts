/** Whom this tab sees the app as: kept for the tab only, so that other tabs and the next visit are one's own. */

export interface Seeing {
  /** What the server gave for it; sent with every request. */
  readonly token: string
  /** Where it began, to go back to. */
  readonly back: string
}

const KEY = 'tongdao.seeing'

let held: Seeing | null | undefined

export function heldSeeing(): Seeing | null {
  held ??= read()
  return held
}

export function holdSeeing(seeing: Seeing | null): void {
  held = seeing
  if (seeing === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, JSON.stringify(seeing))
}

function read(): Seeing | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return isSeeing(kept) ? kept : null
  } catch {
    return null
  }
}

function isSeeing(kept: unknown): kept is Seeing {
  return typeof kept === 'object' && kept !== null && 'token' in kept && typeof kept.token === 'string' && 'back' in kept && typeof kept.back === 'string'
}
