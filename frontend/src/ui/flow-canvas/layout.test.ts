import { expect, test } from 'vitest'

import type { CanvasEdge, CanvasGraph, CanvasNode } from './canvas-model'
import { boundsOf, CARD, layoutOf } from './layout'
import { routePath } from './route-path'

const card = (id: string): CanvasNode => ({ id, label: id, kind: 'step', icon: null, tone: 'work', state: 'ahead' })
const way = (from: string, to: string, isMain = true, label?: string): CanvasEdge => ({ id: `${from}-${to}`, from, to, label, isTaken: false, isMain })

const GRAPH: CanvasGraph = {
  nodes: ['trigger', 'amount', 'director', 'status', 'end'].map(card),
  edges: [
    way('trigger', 'amount'),
    way('amount', 'director', true, '一万元以上'),
    way('amount', 'status', false, 'small'),
    way('director', 'status'),
    way('director', 'end', false, 'rejected'),
    way('status', 'end'),
  ],
}

test('the usual course goes straight down', () => {
  const { places } = layoutOf(GRAPH)
  const course = ['trigger', 'amount', 'director', 'status', 'end'].map((id) => places.get(id))

  expect(new Set(course.map((place) => Math.round(place?.x ?? -1))).size).toBe(1)
  expect(course.map((place) => place?.y)).toEqual(course.map((place) => place?.y).toSorted((one, other) => Number(one) - Number(other)))
})

test('ways go down and across only', () => {
  const { routes } = layoutOf(GRAPH)
  const pieces = [...routes.values()].flatMap((points) => points.slice(1).map((point, at) => [points[at], point] as const))

  expect(pieces.filter(([one, other]) => one?.x !== other.x && one?.y !== other.y)).toEqual([])
  expect(pieces.filter(([one, other]) => (one?.y ?? 0) > other.y)).toEqual([])
})

test('a way that skips steps leads around their cards', () => {
  const { places, routes } = layoutOf(GRAPH)
  const director = places.get('director') ?? { x: 0, y: 0 }
  const inside = (routes.get('amount-status') ?? []).filter(
    ({ x, y }) => x > director.x && x < director.x + CARD.width && y > director.y && y < director.y + CARD.height,
  )

  expect(inside).toEqual([])
})

test('labels of ways have room of their own', () => {
  const { labels } = layoutOf(GRAPH)

  expect([...labels.keys()]).toEqual(expect.arrayContaining(['amount-director', 'amount-status', 'director-end']))
  expect(labels.has('trigger-amount')).toBe(false)
})

test('a way back to an earlier step is drawn too', () => {
  const { routes } = layoutOf({ ...GRAPH, edges: [...GRAPH.edges, way('director', 'amount', false)] })

  expect(routes.get('director-amount')?.length).toBeGreaterThan(1)
})

test('a route is one path from its first to its last corner', () => {
  expect(routePath([{ x: 0, y: 0 }, { x: 0, y: 40 }, { x: 40, y: 40 }])).toBe('M 0.0 0.0 L 0.0 26.0 Q 0.0 40.0 14.0 40.0 L 40.0 40.0')
  expect(routePath([])).toBe('')
})

test('the room of a drawing holds its ways and labels too', () => {
  const layout = layoutOf(GRAPH)
  const { x, y, width, height } = boundsOf(layout)
  const corners = [...layout.routes.values()].flat()

  expect(corners.every((corner) => corner.x >= x && corner.x <= x + width && corner.y >= y && corner.y <= y + height)).toBe(true)
  expect(boundsOf(layoutOf({ nodes: [], edges: [] })).width).toBe(1)
})
