/** A small choice this browser remembers; a browser that refuses storage simply forgets it. */

export function readChoice(key: string): string | null {
  try {
    return localStorage.getItem(`tongdao.${key}`)
  } catch {
    return null
  }
}

export function writeChoice(key: string, value: string): void {
  try {
    localStorage.setItem(`tongdao.${key}`, value)
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
