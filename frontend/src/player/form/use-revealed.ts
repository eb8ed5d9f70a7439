/** Opens the part of a form that a place lies in, before the place gets the focus. */
import { useEffect, type RefObject } from 'react'
import { flushSync } from 'react-dom'

const REVEAL = 'tongdao:reveal'
const PART = 'data-part'

/** Asks the parts around an element to open. */
export function reveal(element: HTMLElement): void {
  element.dispatchEvent(new CustomEvent(REVEAL, { bubbles: true }))
}

/** Elements with `data-part` are parts; the one asked for is told by its name. */
export function useRevealed(parts: RefObject<HTMLElement | null>, open: (part: string) => void): void {
  useEffect(() => {
    const element = parts.current
    const show = ({ target }: Event) => {
      const part = (target as HTMLElement).closest(`[${PART}]`)?.getAttribute(PART)
      if (part !== null && part !== undefined) flushSync(() => open(part))
    }
    element?.addEventListener(REVEAL, show)
    return () => element?.removeEventListener(REVEAL, show)
  }, [parts, open])
}
