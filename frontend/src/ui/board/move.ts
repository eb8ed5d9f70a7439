/** Where everything on a board lies after one thing was moved or resized: by mouse the grid says so, by keys and numbers this does. */
import { verticalCompactor, type Layout } from 'react-grid-layout'

import { below, COLUMNS, inReadingOrder, insideBoard, isSamePlace, overlap, placeOf, type Place, type Placed, type Places } from './places'

export interface Move {
  readonly id: string
  /** Where the thing that was moved lies now. */
  readonly place: Place
  /** The places of all others that lie elsewhere than before. */
  readonly others: Places
}

/** What a layout of the grid changes; null where everything lies as before. */
export function moveIn(placed: readonly Placed[], id: string, layout: Layout): Move | null {
  const changed = changedPlaces(placed, layout)
  const before = placed.find((each) => each.id === id)
  if (before === undefined || Object.keys(changed).length === 0) return null
  const { [id]: place = placeOf(before), ...others } = changed
  return { id, place, others }
}

function changedPlaces(placed: readonly Placed[], layout: Layout): Places {
  const before = new Map(placed.map((each) => [each.id, each]))
  return Object.fromEntries(
    layout.flatMap((item) => {
      const old = before.get(item.i)
      return old === undefined || isSamePlace(old, item) ? [] : [[item.i, insideBoard(item)]]
    }),
  )
}

/** A thing put somewhere else: what it then lies on goes below it, and gaps close as they do under the mouse. */
export function moveTo(placed: readonly Placed[], id: string, place: Place): Move | null {
  const settled: Placed[] = [{ id, ...insideBoard(place) }]
  for (const each of inReadingOrder(placed)) {
    if (each.id !== id) settled.push(belowAll(settled, each))
  }
  return moveIn(placed, id, verticalCompactor.compact(layoutOf(settled), COLUMNS))
}

/** Something new put into a place: the grid shows it there, but moves nothing aside where it came in. */
export function putInto(placed: readonly Placed[], place: Place): Pick<Move, 'place' | 'others'> {
  const come = { id: 'new', ...insideBoard(place) }
  return moveTo([...placed, come], come.id, come) ?? { place: placeOf(come), others: {} }
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

export function isStep(key: string): boolean {
  return key in STEPS
}

/** The shortest move into the direction of an arrow that changes anything: downwards, over what lies below. */
export function moveByStep(placed: readonly Placed[], thing: Placed, key: string, isResizing: boolean): Move | null {
  const [right, down] = STEPS[key] ?? [0, 0]
  const { id, x, y, w, h } = thing
  for (let far = 1; far <= below(placed); far += 1) {
    const place = isResizing ? { x, y, w: w + right * far, h: h + down * far } : { x: x + right * far, y: y + down * far, w, h }
    const move = moveTo(placed, id, place)
    if (move !== null) return move
  }
  return null
}

export function layoutOf(placed: readonly Placed[]): Layout {
  return placed.map(({ id, x, y, w, h }) => ({ i: id, x, y, w, h }))
}

function belowAll(settled: readonly Placed[], thing: Placed): Placed {
  const hit = settled.find((each) => overlap(each, thing))
  return hit === undefined ? thing : belowAll(settled, { ...thing, y: hit.y + hit.h })
}
