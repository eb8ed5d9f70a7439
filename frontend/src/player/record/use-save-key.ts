/** Ctrl+S saves, from wherever the cursor is; what is being typed into a cell is taken over first. */
import { useEffect, useLayoutEffect, useRef } from 'react'

export function useSaveKey(save: () => Promise<unknown>, isOff: boolean): void {
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    if (isOff) return undefined
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      // After the drawing that leaving the cell has caused.
      setTimeout(() => void latest.current(), 0)
    }
    // Before the cell that is being edited takes the key for itself.
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [isOff])
}
