/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) for the draft, except while a text is being typed. */
import { useEffect } from 'react'

interface History {
  readonly undo: () => void
  readonly redo: () => void
}

export function useHistoryKeys({ undo, redo }: History): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const wanted = wantedStep(event)
      if (wanted === null || isTyping(event.target)) return
      event.preventDefault()
      if (wanted === 'undo') undo()
      else redo()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [undo, redo])
}

function wantedStep({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): 'undo' | 'redo' | null {
  if ((!ctrlKey && !metaKey) || altKey) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' ? 'redo' : null
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
}
