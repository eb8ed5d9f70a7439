/** Copy, cut and paste of fields by the browser's own keys and menus, while nothing is being typed. */
import { useEffect } from 'react'

interface ClipboardActions {
  /** The text to be copied; empty where nothing is chosen. */
  readonly copied: () => string
  readonly onCut: () => void
  /** Whether the text was something to paste here. */
  readonly onPaste: (text: string) => boolean
}

export function useClipboardEvents({ copied, onCut, onPaste }: ClipboardActions): void {
  useEffect(() => {
    const stop = new AbortController()
    const listen = { signal: stop.signal }
    const copy = (event: ClipboardEvent) => {
      const text = isTyping() || window.getSelection()?.isCollapsed === false ? '' : copied()
      if (text === '') return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut') onCut()
    }
    const paste = (event: ClipboardEvent) => {
      if (!isTyping() && onPaste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
    }
    document.addEventListener('copy', copy, listen)
    document.addEventListener('cut', copy, listen)
    document.addEventListener('paste', paste, listen)
    return () => stop.abort()
  }, [copied, onCut, onPaste])
}

function isTyping(): boolean {
  const at = document.activeElement
  return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || (at instanceof HTMLElement && at.isContentEditable)
}
