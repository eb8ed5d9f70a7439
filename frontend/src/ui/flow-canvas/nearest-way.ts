/** Which way a point is nearest to. Plain geometry. */
import type { Point } from './geometry'
import { CARD, type Layout } from './layout'

/** How far a way can be from the pointer and still be meant. */
const REACH = 90

/** The nearest way, if one is near enough. Over a card it is the way that leaves it. */
export function nearestWay({ routes }: Layout, point: Point): string | null {
  let found: string | null = null
  let least = REACH
  for (const [id, points] of routes) {
    const distance = distanceTo(points, point)
    if (distance < least) [found, least] = [id, distance]
  }
  return found
}

/** Where the + of a way stands: on its last straight piece, which no other way into the same card needs more. */
export function middleOf(points: readonly Point[]): Point | undefined {
  const [first, second] = points
  if (first === undefined || second === undefined) return undefined
  const isStraight = points.length === 2
  return isStraight ? { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 } : longestPiece(points)
}

function longestPiece(points: readonly Point[]): Point | undefined {
  let middle: Point | undefined
  let longest = -1
  for (const [at, point] of points.slice(1).entries()) {
    const before = points[at] ?? point
    const length = before.x === point.x ? Math.abs(before.y - point.y) + CARD.width : Math.abs(before.x - point.x)
    if (length > longest) [middle, longest] = [{ x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 }, length]
  }
  return middle
}

function distanceTo(points: readonly Point[], point: Point): number {
  const pieces = points.slice(1).map((to, at) => toPiece(points[at] ?? to, to, point))
  return Math.min(Infinity, ...pieces)
}

function toPiece(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length))
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy)
}
