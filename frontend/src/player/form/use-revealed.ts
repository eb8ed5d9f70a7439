/** Opens the part of a form that a place lies in, before the place gets the focus. */
import { useEffect, type RefObject } from 'react'

const REVEAL = 'tongdao:reveal'
const PART = 'data-part'

/** Asks the parts around an element to open; whether one had to, so that the element can be seen only a moment later. */
export function reveal(element: HTMLElement): boolean {
  return !element.dispatchEvent(new CustomEvent(REVEAL, { bubbles: true, cancelable: true }))
}

/** Elements with `data-part` are parts, told by its name; one of them is open. */
export function useRevealed(parts: RefObject<HTMLElement | null>, isOpen: string | undefined, open: (part: string) => void): void {
  useEffect(() => {
    const element = parts.current
    const show = (event: Event) => {
      const part = (event.target as HTMLElement).closest(`[${PART}]`)?.getAttribute(PART)
      if (part === null || part === undefined || part === isOpen) return
      event.preventDefault()
      open(part)
    }
    element?.addEventListener(REVEAL, show)
    return () => element?.removeEventListener(REVEAL, show)
  }, [parts, isOpen, open])
}
