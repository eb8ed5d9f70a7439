/** Dragging with the pointer: a kind from the palette or a step from the canvas, onto a way that lights up meanwhile. */
import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'

import type { LitWay } from '@/ui/flow-canvas/canvas-editing'
import type { Point } from '@/ui/flow-canvas/geometry'

import type { StepKind } from './step-kinds'

export type Subject = { readonly kind: 'kind'; readonly key: StepKind } | { readonly kind: 'step'; readonly id: string }

interface StepDrag {
  readonly lit: LitWay
  /** The way at a place of the screen; none off the canvas. */
  readonly wayAt: (point: Point) => string | null
  readonly onDrop: (subject: Subject, way: string) => void
}

// A press is a click until the pointer has moved this far.
const FAR = 5
const BESIDE = 10

export function useStepDrag({ lit, wayAt, onDrop }: StepDrag) {
  const [dragged, setDragged] = useState<Subject | null>(null)
  // What follows the pointer is moved without drawing anything anew.
  const ghost = useRef<HTMLDivElement>(null)
  const stop = useRef<(() => void) | null>(null)
  const current = useRef({ lit, wayAt, onDrop })
  useEffect(() => {
    current.current = { lit, wayAt, onDrop }
  })
  useEffect(() => () => stop.current?.(), [])

  const grab = useCallback((subject: Subject, event: ReactPointerEvent) => {
    if (event.button !== 0) return
    const from = { x: event.clientX, y: event.clientY }
    let isDragging = false
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (!isDragging && Math.hypot(clientX - from.x, clientY - from.y) < FAR) return
      if (!isDragging) setDragged(subject)
      isDragging = true
      ghost.current?.style.setProperty('transform', `translate(${clientX + BESIDE}px, ${clientY + BESIDE}px)`)
      current.current.lit.set(current.current.wayAt({ x: clientX, y: clientY }))
    }
    const end = () => {
      const way = current.current.lit.get()
      finish()
      if (!isDragging) return
      suppressClick()
      if (way !== null) current.current.onDrop(subject, way)
    }
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape') finish()
    }
    const finish = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', finish)
      window.removeEventListener('keydown', key, true)
      stop.current = null
      current.current.lit.set(null)
      setDragged(null)
    }
    stop.current = finish
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', finish)
    window.addEventListener('keydown', key, true)
  }, [])
  return { dragged, ghost, grab }
}

/** The click that ends a drag chooses nothing. */
function suppressClick(): void {
  window.addEventListener('click', stopHere, { capture: true, once: true })
  window.setTimeout(() => window.removeEventListener('click', stopHere, { capture: true }))
}

function stopHere(event: MouseEvent): void {
  event.stopPropagation()
  event.preventDefault()
}
