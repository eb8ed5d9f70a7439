/** A way as the path of an SVG: straight pieces with rounded corners. */
import type { Point } from './geometry'

const ROUNDING = 14

export function routePath(points: readonly Point[]): string {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (first === undefined || last === undefined) return ''
  const corners = rest.slice(0, -1).map((point, at) => corner(points[at] ?? first, point, rest[at + 1] ?? last))
  return [`M ${spot(first)}`, ...corners, `L ${spot(last)}`].join(' ')
}

function corner(before: Point, point: Point, after: Point): string {
  return `L ${spot(towards(point, before))} Q ${spot(point)} ${spot(towards(point, after))}`
}

/** A little way from one point to another, at most to the middle. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(ROUNDING, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function spot({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
