/** Which place a dragged thing is over: what lies under the pointer, small things first, else the nearest one. */
import { closestCenter, pointerWithin, type Collision, type CollisionDetection, type DroppableContainer } from '@dnd-kit/core'

import { fits, type DragSubject, type DropPlace } from './drag-subject'

const RANK: Readonly<Record<DropPlace['kind'], number>> = { item: 0, end: 1, frame: 1, canvas: 2 }

export const detectCollisions: CollisionDetection = (given) => {
  const subject = given.active.data.current as DragSubject
  const containers = given.droppableContainers.filter((container) => fits(subject, placeOf(container)))
  const places = containers.filter((container) => placeOf(container).kind !== 'canvas')
  if (given.pointerCoordinates === null) return closestCenter({ ...given, droppableContainers: places })
  const under = pointerWithin({ ...given, droppableContainers: containers }).toSorted((one, other) => rankOf(one) - rankOf(other))
  const [first] = under
  if (first === undefined || rankOf(first) < RANK.canvas) return under
  return closestCenter({ ...given, droppableContainers: places })
}

export function placeOf(container: DroppableContainer): DropPlace {
  return container.data.current as DropPlace
}

function rankOf({ data }: Collision): number {
  const container = data?.['droppableContainer'] as DroppableContainer
  return RANK[placeOf(container).kind]
}
