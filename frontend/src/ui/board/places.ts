/** Places on a board of 24 columns. */
export const COLUMNS = 24
export const ROW_HEIGHT = 28
export const GAP = 10
export const MOST_ROWS = 1000
export const MOST_HIGH = 60

export interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export type Size = Pick<Place, 'w' | 'h'>

/** A thing on a board. */
export interface Placed extends Place {
  readonly id: string
}

/** Places by the ids of what lies there. */
export type Places = Readonly<Record<string, Place>>

export function placeOf({ x, y, w, h }: Place): Place {
  return { x, y, w, h }
}

/** Inside the board: what is moved or widened past the right edge stays at it. */
export function insideBoard({ x, y, w, h }: Place): Place {
  const width = clamp(w, 1, COLUMNS)
  return { x: clamp(x, 0, COLUMNS - width), y: clamp(y, 0, MOST_ROWS), w: width, h: clamp(h, 1, MOST_HIGH) }
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.x === other.x && one.y === other.y && one.w === other.w && one.h === other.h
}

/** The same things, some of them in other places. */
export function inPlaces<T extends Placed>(placed: readonly T[], places: Places): readonly T[] {
  return placed.map((each) => ({ ...each, ...places[each.id] }))
}

/** Row by row, from the left: the order in which a screen reader or a telephone meets them. */
export function inReadingOrder<T extends Place>(placed: readonly T[]): readonly T[] {
  return placed.toSorted((one, other) => one.y - other.y || one.x - other.x)
}

/** The first row below everything. */
export function below(placed: readonly Place[]): number {
  return Math.max(0, ...placed.map(({ y, h }) => y + h))
}

/** The first room that is large enough, row by row; below everything where there is none. */
export function freePlace(placed: readonly Place[], { w, h }: Size): Place {
  const last = below(placed)
  for (let y = 0; y < last; y += 1) {
    for (let x = 0; x + w <= COLUMNS; x += 1) {
      const place = { x, y, w, h }
      if (!placed.some((other) => overlap(other, place))) return place
    }
  }
  return { x: 0, y: last, w, h }
}

/** Whether two places share room. */
export function overlap(one: Place, other: Place): boolean {
  return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)))
}
