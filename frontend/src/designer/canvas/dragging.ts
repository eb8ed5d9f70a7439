/** What is being dragged and where it would land, as a value. */
import type { DragSubject, DropTarget } from './drag-subject'

export interface Dragging {
  readonly subject: DragSubject | null
  readonly target: DropTarget | null
}

export const IDLE: Dragging = { subject: null, target: null }
