/** What is being dragged right now, and where it would land. */
import { createContext, useContext } from 'react'

import type { DragSubject, DropTarget } from './drag-subject'

export interface Dragging {
  readonly subject: DragSubject | null
  readonly target: DropTarget | null
}

export const IDLE: Dragging = { subject: null, target: null }

export const DragContext = createContext<Dragging>(IDLE)

export function useDragging(): Dragging {
  return useContext(DragContext)
}
