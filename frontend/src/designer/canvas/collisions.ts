/** Which place a dragged thing is over: what lies under the pointer, small things first, else the nearest one. Plain geometry. */
import { fits, type DragSubject, type DropPlace } from './drag-subject'
import type { Box, Point } from './drop-target'

export interface PlacedBox {
  readonly id: string
  readonly place: DropPlace
  readonly box: Box
}

const RANK: Readonly<Record<DropPlace['kind'], number>> = { column: 0, item: 1, end: 2, frame: 2, canvas: 3 }

/** The place under the pointer; on bare canvas the nearest one, beside the canvas none. */
export function placeAt(boxes: readonly PlacedBox[], subject: DragSubject, pointer: Point): PlacedBox | undefined {
  const fitting = boxes.filter(({ place }) => fits(subject, place))
  const under = fitting.filter(({ box }) => isInside(box, pointer)).toSorted((one, other) => RANK[one.place.kind] - RANK[other.place.kind])
  const [first] = under
  if (first === undefined || first.place.kind !== 'canvas') return first
  return nearest(fitting.filter(({ place }) => place.kind !== 'canvas'), pointer)
}

/** The places a subject can be taken to, in reading order. */
export function placesInOrder(boxes: readonly PlacedBox[], subject: DragSubject): PlacedBox[] {
  return boxes.filter(({ place }) => place.kind !== 'canvas' && fits(subject, place)).toSorted((one, other) => one.place.order - other.place.order)
}

/** By the distance to its edge, so that wide things are near along their whole width. */
export function nearest(boxes: readonly PlacedBox[], pointer: Point): PlacedBox | undefined {
  let found: PlacedBox | undefined
  let least = Number.POSITIVE_INFINITY
  for (const each of boxes) {
    const distance = distanceTo(each.box, pointer)
    if (distance < least) {
      found = each
      least = distance
    }
  }
  return found
}

function isInside({ left, top, width, height }: Box, { x, y }: Point): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height
}

function distanceTo({ left, top, width, height }: Box, { x, y }: Point): number {
  const beside = Math.max(left - x, 0, x - left - width)
  const above = Math.max(top - y, 0, y - top - height)
  return beside * beside + above * above
}
