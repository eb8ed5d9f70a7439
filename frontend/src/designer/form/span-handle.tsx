/** The right edge of a field, drawn over more or fewer columns. For the mouse; keys and the panel do the same. */
import type { PointerEvent, RefObject } from 'react'

import styles from './form.module.css'

interface SpanHandleProps {
  readonly frame: RefObject<HTMLElement | null>
  readonly span: number
  readonly columns: number
  /** The width while it is drawn; null when that is over. */
  readonly onDraw: (span: number | null) => void
  readonly onSet: (span: number) => void
}

export function SpanHandle({ frame, span, columns, onDraw, onSet }: SpanHandleProps) {
  const start = (event: PointerEvent) => {
    const element = frame.current
    if (event.button !== 0 || element === null) return
    event.preventDefault()
    event.stopPropagation()
    const { left, width } = element.getBoundingClientRect()
    const stop = new AbortController()
    const listen = { signal: stop.signal }
    let drawn = span
    const end = (isKept: boolean) => {
      stop.abort()
      onDraw(null)
      if (isKept && drawn !== span) onSet(drawn)
    }
    const draw = ({ clientX }: { readonly clientX: number }) => {
      drawn = Math.min(Math.max(Math.round((clientX - left) / (width / span)), 1), columns)
      onDraw(drawn)
    }
    window.addEventListener('pointermove', draw, listen)
    window.addEventListener('pointerup', () => end(true), listen)
    window.addEventListener('pointercancel', () => end(false), listen)
  }
  return <span className={styles['edge']} aria-hidden onPointerDown={start} onClick={(event) => event.stopPropagation()} />
}
