/** Moves each layer of a drawing sideways as a whole, so that the usual course lies on one vertical line. */
import type { CanvasEdge } from './canvas-model'
import type { Layers, Point } from './geometry'

export function straightened(edges: readonly CanvasEdge[], layers: Layers): Layers {
  const course = courseOf(edges, layers)
  const axis = course.values().next().value ?? 0
  const moved = <P extends Point>(point: P): Point => ({ x: Math.round(point.x + axis - courseAt(course, point.y, axis)), y: Math.round(point.y) })
  return {
    middles: mapped(layers.middles, moved),
    passages: mapped(layers.passages, (points) => points.map(moved)),
    labels: mapped(layers.labels, moved),
  }
}

/** Where the usual course is in each layer it touches, from top to bottom. */
function courseOf(edges: readonly CanvasEdge[], { middles, passages }: Layers): ReadonlyMap<number, number> {
  const main = edges.filter(({ isMain }) => isMain)
  const cards = main.flatMap(({ from, to }) => [middles.get(from), middles.get(to)].filter((point) => point !== undefined))
  const points = [...main.flatMap(({ id }) => passages.get(id) ?? []), ...cards]
  const sorted = points.toSorted((one, other) => one.y - other.y)
  return new Map(sorted.map(({ x, y }) => [Math.round(y), x]))
}

/** The course in a layer; where it does not come through, as in the layer above. */
function courseAt(course: ReadonlyMap<number, number>, y: number, otherwise: number): number {
  let found = otherwise
  for (const [layer, x] of course) if (layer <= Math.round(y)) found = x
  return found
}

function mapped<T, R>(given: ReadonlyMap<string, T>, change: (value: T) => R): ReadonlyMap<string, R> {
  return new Map([...given].map(([key, value]) => [key, change(value)]))
}
