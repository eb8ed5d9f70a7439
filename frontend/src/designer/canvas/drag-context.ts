/** The drag of a canvas, for everything on it. */
import { createContext, useContext, useSyncExternalStore } from 'react'

import type { DragEngine } from './drag-engine'
import { IDLE, type Dragging } from './dragging'

export const DragContext = createContext<DragEngine | null>(null)

const nothing = () => () => undefined
const idle = () => IDLE

/** Draws anew with every change of target; things of which there are many ask for their part instead. */
export function useDragging(): Dragging {
  const engine = useContext(DragContext)
  return useSyncExternalStore(engine?.store.subscribe ?? nothing, engine?.store.get ?? idle)
}

/** A part of what is dragged; only a change of that part draws anew. The answer must be a plain value. */
export function useDraggingPart<T extends string | number | boolean | undefined | null>(part: (dragging: Dragging) => T): T {
  const engine = useContext(DragContext)
  const get = engine?.store.get ?? idle
  return useSyncExternalStore(engine?.store.subscribe ?? nothing, () => part(get()))
}
