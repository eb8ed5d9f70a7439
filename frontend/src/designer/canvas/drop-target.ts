/** From what lies under the pointer to where a dragged thing would land. Plain geometry, no DOM. */
import type { DropPlace, DropTarget } from './drag-subject'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Before or after the thing under the pointer; `null` for a pointer means before, as with the keyboard. */
export function dropTarget(place: DropPlace, box: Box, pointer: Point | null): DropTarget | null {
  switch (place.kind) {
    case 'canvas':
      return null
    case 'end':
      return { section: place.section, index: place.index }
    case 'frame':
      return { section: null, index: place.index + (isPast(box, pointer, true) ? 1 : 0) }
    case 'column':
      return { section: null, lines: place.lines, over: place.index, index: place.index + (place.isEnd !== true && isPast(box, pointer, false) ? 1 : 0) }
    case 'item':
      return { section: place.section, over: place.index, index: place.index + (isPast(box, pointer, place.isWide) ? 1 : 0) }
  }
}

/** Whether the pointer is in the further half: the lower one of wide things, else the right one. */
function isPast(box: Box, pointer: Point | null, isWide: boolean): boolean {
  if (pointer === null) return false
  return isWide ? pointer.y > box.top + box.height / 2 : pointer.x > box.left + box.width / 2
}

export function isSameTarget(one: DropTarget | null, other: DropTarget | null): boolean {
  return one?.section === other?.section && one?.index === other?.index && one?.lines === other?.lines && one?.over === other?.over
}

/** The index after the moved thing is taken out of the same list. */
export function indexAfterRemoval(from: number | null, to: number): number {
  return from !== null && from < to ? to - 1 : to
}
