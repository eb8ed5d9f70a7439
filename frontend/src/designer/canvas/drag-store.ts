/** What is being dragged right now, held outside of React: whoever draws it asks for the part that concerns them. */
import { IDLE, type Dragging } from './dragging'

export interface DragStore {
  readonly get: () => Dragging
  readonly set: (dragging: Dragging) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createDragStore(): DragStore {
  let now: Dragging = IDLE
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    set: (dragging) => {
      now = dragging
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
