/** Places cards in layers from top to bottom, the usual course on one straight line, and routes the ways around them. */
import { Graph, layout } from '@dagrejs/dagre'

import type { CanvasEdge, CanvasGraph } from './canvas-model'
import type { Layers, Point } from './geometry'
import { straightened } from './straighten'

export interface Layout {
  /** Upper left corners by card. */
  readonly places: ReadonlyMap<string, Point>
  /** Corners of each way, from card to card. */
  readonly routes: ReadonlyMap<string, readonly Point[]>
  /** Middles of the labels of ways. */
  readonly labels: ReadonlyMap<string, Point>
}

export const CARD = { width: 224, height: 64 } as const

/** Between two layers half of `ranksep` stays free: dagre puts the layer of labels in the middle. */
const SPACING = { rankdir: 'TB', nodesep: 48, ranksep: 44, edgesep: 28, marginx: 16, marginy: 16 } as const
const BEND = SPACING.ranksep / 4
const MAIN_WEIGHT = 40
const LABEL_HEIGHT = 22
const WIDEST_LABEL = 110

/** The first card stands at the origin, so that a drawing that grows does not move under the eye. */
export function layoutOf(graph: CanvasGraph): Layout {
  const { middles, passages, labels } = anchored(straightened(graph.edges, layersOf(graph)), graph)
  const routes = graph.edges.map((edge) => [edge.id, routeOf(middles.get(edge.from), middles.get(edge.to), passages.get(edge.id) ?? [])] as const)
  return { places: new Map([...middles].map(([id, { x, y }]) => [id, { x: x - CARD.width / 2, y: y - CARD.height / 2 }])), routes: new Map(routes), labels }
}

/** The first way that leaves the usual course turns to the right, whatever else is drawn: sides are kept while steps are added. */
function anchored({ middles, passages, labels }: Layers, { nodes, edges }: CanvasGraph): Layers {
  const [first] = nodes
  const origin = (first === undefined ? undefined : middles.get(first.id)) ?? { x: 0, y: 0 }
  const aside = firstAside(edges, { middles, passages, labels }, origin)
  const sign = aside !== undefined && aside < origin.x ? -1 : 1
  const moved = ({ x, y }: Point): Point => ({ x: sign * (x - origin.x) + CARD.width / 2, y: y - origin.y + CARD.height / 2 })
  return {
    middles: new Map([...middles].map(([id, point]) => [id, moved(point)])),
    passages: new Map([...passages].map(([id, points]) => [id, points.map(moved)])),
    labels: new Map([...labels].map(([id, point]) => [id, moved(point)])),
  }
}

/** How far across the first way goes that leaves the usual course. */
function firstAside(edges: readonly CanvasEdge[], { middles, passages }: Layers, origin: Point): number | undefined {
  const course = new Set(edges.filter(({ isMain }) => isMain).map(({ from }) => from))
  const leaving = edges.filter(({ from, isMain }) => !isMain && course.has(from))
  const [way] = leaving.toSorted((one, other) => (middles.get(one.from)?.y ?? 0) - (middles.get(other.from)?.y ?? 0))
  if (way === undefined) return undefined
  const points = [...(passages.get(way.id) ?? []), middles.get(way.to) ?? origin]
  return points.find(({ x }) => Math.round(x) !== Math.round(origin.x))?.x
}

interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

/** The room a drawing takes. */
export function boundsOf({ places, routes, labels }: Layout): Bounds {
  const corners = [...places.values()].flatMap(({ x, y }) => [
    { x, y },
    { x: x + CARD.width, y: y + CARD.height },
  ])
  const beside = [...labels.values()].flatMap(({ x, y }) => [
    { x: x - WIDEST_LABEL / 2, y },
    { x: x + WIDEST_LABEL / 2, y },
  ])
  const points = [...corners, ...beside, ...[...routes.values()].flat()]
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return points.length === 0 ? { x: 0, y: 0, width: 1, height: 1 } : { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

function layersOf({ nodes, edges }: CanvasGraph): Layers {
  const graph = new Graph({ multigraph: true }).setGraph(SPACING).setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...CARD })
  for (const edge of edges) graph.setEdge(edge.from, edge.to, edgeSize(edge), edge.id)
  layout(graph)
  const drawn = edges.map(({ id, from, to }) => [id, graph.edge(from, to, id) as { points: Point[] } & Partial<Point>] as const)
  return {
    middles: new Map(nodes.map(({ id }) => [id, graph.node(id) as Point])),
    // The first and the last point are where the way meets its cards.
    passages: new Map(drawn.map(([id, { points }]) => [id, points.slice(1, -1)])),
    labels: new Map(drawn.flatMap(([id, { x, y }]) => (x === undefined || y === undefined ? [] : [[id, { x, y }] as const]))),
  }
}

function edgeSize({ label, isMain }: CanvasEdge) {
  const size = label === undefined ? {} : { width: labelWidth(label), height: LABEL_HEIGHT, labelpos: 'c' }
  return { weight: isMain ? MAIN_WEIGHT : 1, ...size }
}

/** Chinese characters take about twice the room of Latin letters. */
export function labelWidth(label: string): number {
  const letters = [...label].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 13 : 7), 0)
  return Math.min(letters, 180) + 16
}

/** Down and across only: out of the bottom of a card, into the top of the next; a way back leaves and enters at the side. */
function routeOf(from: Point | undefined, to: Point | undefined, passages: readonly Point[]): readonly Point[] {
  if (from === undefined || to === undefined) return []
  if (to.y <= from.y) return wayBack(from, to, passages)
  const start = { x: from.x, y: from.y + CARD.height / 2 }
  const end = { x: to.x, y: to.y - CARD.height / 2 }
  const stops = [start, ...passages, end]
  const corners = stops.slice(1).flatMap((stop, at) => {
    const before = stops[at] ?? start
    const isLast = stop === end
    const bend = before === start && !isLast ? start.y + BEND : isLast ? end.y - BEND : (before.y + stop.y) / 2
    return [{ x: before.x, y: bend }, { x: stop.x, y: bend }, stop]
  })
  return withoutRepeats([start, ...corners])
}

function wayBack(from: Point, to: Point, passages: readonly Point[]): readonly Point[] {
  const side = Math.max(from.x, to.x, ...passages.map(({ x }) => x - CARD.width / 2)) + CARD.width / 2 + 24
  return [
    { x: from.x + CARD.width / 2, y: from.y },
    { x: side, y: from.y },
    { x: side, y: to.y },
    { x: to.x + CARD.width / 2, y: to.y },
  ]
}

/** Points between two others on one straight line say nothing. */
function withoutRepeats(points: readonly Point[]): readonly Point[] {
  return points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]]
    if (before === undefined || after === undefined) return true
    const isOnLine = (before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y)
    return !isOnLine
  })
}
