/**
 * The one place that knows the drag-and-drop library: sensors for mouse, touch and keyboard, what lies under the
 * pointer, and what is announced to screen readers. Below it things use `useDragSource` and `useDropPlace`.
 */
import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MeasuringStrategy,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
} from '@dnd-kit/core'
import { useState, type ReactNode } from 'react'

import { detectCollisions } from './collisions'
import { DragContext, IDLE, type Dragging } from './drag-context'
import type { DragSubject, DropPlace, DropTarget } from './drag-subject'
import { dropTarget, isSameTarget, type Point } from './drop-target'
import { stepThroughPlaces } from './keyboard-steps'
import { useAnnouncements } from './use-announcements'

interface DragAreaProps {
  readonly children: ReactNode
  /** What a subject is called, in announcements. */
  readonly nameOf: (subject: DragSubject) => string
  /** Where a target is, in announcements. */
  readonly whereIs: (target: DropTarget) => string
  /** What follows the pointer. */
  readonly renderSubject: (subject: DragSubject) => ReactNode
  readonly onDrop: (subject: DragSubject, target: DropTarget) => void
}

const MEASURING = { droppable: { strategy: MeasuringStrategy.Always } }
// A press is a click until the pointer has moved this far.
const POINTER = { activationConstraint: { distance: 5 } }
const KEYBOARD = { coordinateGetter: stepThroughPlaces }

export function DragArea({ children, nameOf, whereIs, renderSubject, onDrop }: DragAreaProps) {
  const [dragging, setDragging] = useState<Dragging>(IDLE)
  const accessibility = useAnnouncements(nameOf, (event) => whereIsNow(targetOf(event), whereIs))
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYBOARD))

  const start = ({ active }: DragStartEvent) => setDragging({ subject: subjectOf(active), target: null })
  const move = (event: DragMoveEvent) => {
    const target = targetOf(event)
    setDragging((before) => (isSameTarget(before.target, target) ? before : { ...before, target }))
  }
  const end = (event: DragEndEvent) => {
    const target = targetOf(event)
    setDragging(IDLE)
    if (target !== null) onDrop(subjectOf(event.active), target)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={detectCollisions}
      measuring={MEASURING}
      accessibility={accessibility}
      onDragStart={start}
      onDragMove={move}
      onDragOver={move}
      onDragEnd={end}
      onDragCancel={() => setDragging(IDLE)}
    >
      <DragContext value={dragging}>{children}</DragContext>
      <DragOverlay dropAnimation={null}>{dragging.subject && renderSubject(dragging.subject)}</DragOverlay>
    </DndContext>
  )
}

function subjectOf(active: DragStartEvent['active']): DragSubject {
  return active.data.current as DragSubject
}

function targetOf(event: Pick<DragMoveEvent, 'over' | 'activatorEvent' | 'delta'>): DropTarget | null {
  const { over } = event
  return over && dropTarget(over.data.current as DropPlace, over.rect, pointerOf(event))
}

/** Where the pointer is; nowhere while dragging with the keyboard. */
function pointerOf({ activatorEvent, delta }: Pick<DragMoveEvent, 'activatorEvent' | 'delta'>): Point | null {
  if (!(activatorEvent instanceof MouseEvent)) return null
  return { x: activatorEvent.clientX + delta.x, y: activatorEvent.clientY + delta.y }
}

function whereIsNow(target: DropTarget | null, whereIs: (target: DropTarget) => string): string | null {
  return target && whereIs(target)
}

