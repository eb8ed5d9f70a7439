/** A finger that rests picks up, one that goes on scrolls; once something is picked up, nothing scrolls any more. */

const MILLISECONDS = 250

/** Calls back unless the signal comes first. */
export function afterHolding(signal: AbortSignal, onHeld: () => void): void {
  let isHeld = false
  const timer = setTimeout(() => {
    isHeld = true
    onHeld()
  }, MILLISECONDS)
  const keepStill = (event: Event) => {
    if (isHeld) event.preventDefault()
  }
  signal.addEventListener('abort', () => clearTimeout(timer))
  // Told from the first touch on: a browser that has begun to scroll cannot be stopped.
  window.addEventListener('touchmove', keepStill, { signal, passive: false })
  window.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
}
