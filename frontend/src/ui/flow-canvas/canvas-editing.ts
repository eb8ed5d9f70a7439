/** What a canvas that can be edited is told, and what it tells: where a step can be put, which way is lit. */
import { createContext, useContext, useSyncExternalStore, type PointerEvent } from 'react'

import type { Point } from './geometry'

/** The way that is lit while something is dragged. Ways look it up one by one, so that the others are not drawn again. */
export interface LitWay {
  readonly get: () => string | null
  readonly set: (way: string | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

export interface CanvasEditing {
  readonly lit: LitWay
  /** The canvas tells how places on the screen become places on the drawing. */
  readonly onReady: (toCanvas: (point: Point) => Point) => void
  /** What the + of a way is called. */
  readonly addLabel: (way: string) => string
  readonly onAdd: (way: string, anchor: HTMLElement) => void
  /** A press on a card, which may become a drag. */
  readonly onGrab: (card: string, event: PointerEvent) => void
}

export function makeLitWay(): LitWay {
  let lit: string | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => lit,
    set: (way) => {
      if (way === lit) return
      lit = way
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const EditingContext = createContext<CanvasEditing | null>(null)

export function useEditing(): CanvasEditing | null {
  return useContext(EditingContext)
}

export function useIsLit(lit: LitWay, way: string): boolean {
  return useSyncExternalStore(lit.subscribe, () => lit.get() === way)
}
