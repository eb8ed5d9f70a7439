/** Dragging with the keyboard: arrows go from place to place in reading order. */
import type { DroppableContainer, KeyboardCoordinateGetter } from '@dnd-kit/core'

import { placeOf } from './collisions'
import { fits, type DragSubject } from './drag-subject'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

export const stepThroughPlaces: KeyboardCoordinateGetter = (event, { context }) => {
  const step = STEPS[event.code]
  const { active, collisionRect, droppableContainers, droppableRects, over } = context
  if (step === undefined || active === null || collisionRect === null) return undefined
  event.preventDefault()
  const places = inOrder(droppableContainers.getEnabled(), active.data.current as DragSubject)
  const at = places.findIndex(({ id }) => id === over?.id)
  const next = places[Math.min(Math.max(at + step, 0), places.length - 1)]
  const box = next && droppableRects.get(next.id)
  if (!box) return undefined
  return { x: box.left + (box.width - collisionRect.width) / 2, y: box.top + (box.height - collisionRect.height) / 2 }
}

function inOrder(containers: DroppableContainer[], subject: DragSubject): DroppableContainer[] {
  return containers
    .filter((container) => placeOf(container).kind !== 'canvas' && fits(subject, placeOf(container)))
    .toSorted((one, other) => placeOf(one).order - placeOf(other).order)
}
