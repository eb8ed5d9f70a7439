/**
 * Copy, cut, paste and Delete for what is chosen in a designer. What is copied goes to the system's clipboard as text, so
 * it can be put into another tab, another app, or kept in a note.
 */
import { useEffect, useLayoutEffect, useRef } from 'react'

import { isTyping } from './is-typing'

/** What was copied. `kind` says what it is, such as `form_item`; each designer takes the kinds it knows. */
export interface Clip {
  readonly kind: string
  /** The app it comes from: ids in `data` mean something there alone. */
  readonly app: string
  readonly data: unknown
}

export interface ClipboardCommands {
  /** What is chosen, null where nothing can be copied. */
  readonly copy?: () => Clip | null
  /** Takes in what was copied; answers whether it knows that kind. */
  readonly paste?: (clip: Clip) => boolean
  /** Removes what is chosen; also what cutting does after copying. */
  readonly remove?: () => void
}

const MARK = 'tongdao/clip/1'

/** Works while the page is looked at and no text is being typed or selected. */
export function useClipboard(commands: ClipboardCommands): void {
  const latest = useRef(commands)
  useLayoutEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (isBusyWithText(event.target)) return
      const clip = latest.current.copy?.() ?? null
      if (clip === null || event.clipboardData === null) return
      event.clipboardData.setData('text/plain', clipText(clip))
      event.preventDefault()
      if (event.type === 'cut') latest.current.remove?.()
    }
    const put = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return
      const clip = readClip(event.clipboardData?.getData('text/plain') ?? '')
      if (clip !== null && latest.current.paste?.(clip) === true) event.preventDefault()
    }
    const remove = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
      if (event.key !== 'Delete' || !isPlain || event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return
      if (latest.current.remove === undefined) return
      event.preventDefault()
      latest.current.remove()
    }
    document.addEventListener('copy', take)
    document.addEventListener('cut', take)
    document.addEventListener('paste', put)
    document.addEventListener('keydown', remove)
    return () => {
      document.removeEventListener('copy', take)
      document.removeEventListener('cut', take)
      document.removeEventListener('paste', put)
      document.removeEventListener('keydown', remove)
    }
  }, [])
}

export function clipText(clip: Clip): string {
  return JSON.stringify({ schema: MARK, ...clip })
}

/** The clip in a text, null where it is any other text. */
export function readClip(text: string): Clip | null {
  if (!text.startsWith('{')) return null
  try {
    const read: unknown = JSON.parse(text)
    return isClip(read) ? { kind: read.kind, app: read.app, data: read.data } : null
  } catch {
    return null
  }
}

function isClip(read: unknown): read is Clip {
  if (typeof read !== 'object' || read === null || !('schema' in read) || read.schema !== MARK) return false
  return 'kind' in read && typeof read.kind === 'string' && 'app' in read && typeof read.app === 'string' && 'data' in read
}

function isBusyWithText(target: EventTarget | null): boolean {
  return isTyping(target) || (window.getSelection()?.toString() ?? '') !== ''
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null
}
