/** Places cards in layers from top to bottom, the usual course straight down, and routes the ways around them. */
import { Graph, layout } from '@dagrejs/dagre'

import type { CanvasEdge, CanvasGraph } from './canvas-model'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Layout {
  /** Upper left corners by card. */
  readonly places: ReadonlyMap<string, Point>
  /** Corners of each way, from card to card. */
  readonly routes: ReadonlyMap<string, readonly Point[]>
  /** Middles of the labels of ways. */
  readonly labels: ReadonlyMap<string, Point>
}

export const CARD = { width: 224, height: 64 } as const

const SPACING = { rankdir: 'TB', nodesep: 48, ranksep: 30, edgesep: 24, marginx: 16, marginy: 16 } as const
const MAIN_WEIGHT = 40
const LABEL_HEIGHT = 22

export function layoutOf({ nodes, edges }: CanvasGraph): Layout {
  const graph = new Graph({ multigraph: true }).setGraph(SPACING).setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...CARD })
  for (const edge of edges) graph.setEdge(edge.from, edge.to, edgeSize(edge), edge.id)
  layout(graph)
  const drawn = edges.map(({ id, from, to }) => [id, graph.edge(from, to, id) as { points: Point[] } & Partial<Point>] as const)
  return {
    places: new Map(nodes.map(({ id }) => [id, corner(graph.node(id) as Point)])),
    routes: new Map(drawn.map(([id, { points }]) => [id, points])),
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

function corner({ x, y }: Point): Point {
  return { x: x - CARD.width / 2, y: y - CARD.height / 2 }
}
