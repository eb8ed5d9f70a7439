/** The data model as boxes and lines: where each entity stands, and from which of its fields a link leads where. */
import { Graph, layout } from '@dagrejs/dagre'

import type { Entity, Field } from '@/generated/metadata'

export const BOX = { width: 216, head: 38, row: 24, most: 9, few: 6 } as const

export interface Box {
  readonly entity: Entity
  /** The fields drawn; links come first, and what does not fit is counted. */
  readonly shown: readonly Field[]
  readonly hidden: number
  readonly height: number
}

export interface ModelLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly field: Field
  /** In detail lines of the entity. */
  readonly lines: Field | undefined
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where there are many entities, each shows fewer of its fields. */
export function boxesOf(entities: readonly Entity[]): Box[] {
  const most = entities.length > MANY ? BOX.few : BOX.most
  return entities.map((entity) => boxOf(entity, most))
}

const MANY = 8

export function boxOf(entity: Entity, most: number = BOX.most): Box {
  const inOrder = entity.fields.toSorted((one, other) => rankOf(entity, one) - rankOf(entity, other))
  const fits = inOrder.length <= most
  const shown = fits ? inOrder : inOrder.slice(0, most - 1)
  return { entity, shown, hidden: inOrder.length - shown.length, height: BOX.head + Math.max(shown.length + (fits ? 0 : 1), 1) * BOX.row + 6 }
}

/** The title first, then what leads to other entities. */
function rankOf(entity: Entity, field: Field): number {
  if (field.id === entity.title) return 0
  return linksOf(field).length > 0 ? 1 : 2
}

function linksOf(field: Field): readonly Field[] {
  if (field.type === 'link') return [field]
  return field.type === 'lines' ? field.options.fields.filter(({ type }) => type === 'link') : []
}

export function modelLinks(entities: readonly Entity[]): ModelLink[] {
  const known = new Set(entities.map(({ id }) => id))
  return entities.flatMap((entity) =>
    entity.fields.flatMap((field) =>
      linksOf(field).flatMap((link) => {
        const to = link.type === 'link' ? link.options.entity : ''
        return known.has(to) ? [{ id: link.id, from: entity.id, to, field: link, lines: link === field ? undefined : field }] : []
      }),
    ),
  )
}

const SPACING = { rankdir: 'RL', nodesep: 28, ranksep: 96, marginx: 20, marginy: 20 } as const

/** Upper left corners: what is linked to stands left of what links to it. */
export function placesOf(boxes: readonly Box[], links: readonly ModelLink[]): ReadonlyMap<string, Point> {
  const linked = new Set(links.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]))
  const graph = new Graph({ multigraph: true }).setGraph(SPACING).setDefaultEdgeLabel(() => ({}))
  for (const { entity, height } of boxes) if (linked.has(entity.id)) graph.setNode(entity.id, { width: BOX.width, height })
  for (const { id, from, to } of links) if (from !== to) graph.setEdge(from, to, {}, id)
  layout(graph)
  const placed = new Map<string, Point>()
  for (const { entity, height } of boxes) {
    const middle = linked.has(entity.id) ? (graph.node(entity.id) as Point) : undefined
    if (middle !== undefined) placed.set(entity.id, { x: middle.x - BOX.width / 2, y: middle.y - height / 2 })
  }
  return withLoose(boxes, placed)
}

const PER_ROW = 5
const GAP = 32

/** Entities without links stand in rows below the others. */
function withLoose(boxes: readonly Box[], placed: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> {
  const bottom = Math.max(0, ...boxes.map(({ entity, height }) => (placed.get(entity.id)?.y ?? -height) + height))
  const loose = boxes.filter(({ entity }) => !placed.has(entity.id))
  const all = new Map(placed)
  let top = placed.size === 0 ? SPACING.marginy : bottom + GAP * 2
  for (let at = 0; at < loose.length; at += PER_ROW) {
    const row = loose.slice(at, at + PER_ROW)
    for (const [column, { entity }] of row.entries()) all.set(entity.id, { x: SPACING.marginx + column * (BOX.width + GAP), y: top })
    top += Math.max(...row.map(({ height }) => height)) + GAP
  }
  return all
}

export interface LinkPath {
  readonly path: string
  readonly end: Point
  /** Where the arrow points. */
  readonly side: 'left' | 'right'
}

/** From the row of the field to the head of the target, leaving and entering at the nearer sides. */
export function linkPath(link: ModelLink, boxes: ReadonlyMap<string, Box>, places: ReadonlyMap<string, Point>): LinkPath | undefined {
  const [from, to] = [places.get(link.from), places.get(link.to)]
  const box = boxes.get(link.from)
  if (from === undefined || to === undefined || box === undefined) return undefined
  const row = box.shown.indexOf(link.lines ?? link.field)
  const y = from.y + BOX.head + (row < 0 ? box.shown.length : row) * BOX.row + BOX.row / 2
  const head = to.y + BOX.head / 2
  if (to.x + BOX.width <= from.x) return curve({ x: from.x, y }, { x: to.x + BOX.width, y: head }, -1, 'right')
  if (from.x + BOX.width <= to.x) return curve({ x: from.x + BOX.width, y }, { x: to.x, y: head }, 1, 'left')
  return around({ x: from.x + BOX.width, y }, { x: to.x + BOX.width, y: head })
}

function curve(start: Point, end: Point, direction: 1 | -1, side: 'left' | 'right'): LinkPath {
  const bend = Math.max(Math.abs(end.x - start.x) / 2, 36) * direction
  return { path: `M ${start.x} ${start.y} C ${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`, end, side }
}

/** Boxes above each other, and an entity that links to itself: round the right side. */
function around(start: Point, end: Point): LinkPath {
  const out = Math.max(start.x, end.x) + 44
  return { path: `M ${start.x} ${start.y} C ${out} ${start.y} ${out} ${end.y} ${end.x} ${end.y}`, end, side: 'right' }
}

/** The box nearest to another one in a direction, for the arrow keys. */
export function neighbour(places: ReadonlyMap<string, Point>, from: string, key: string): string | undefined {
  const at = places.get(from)
  const step = STEPS[key]
  if (at === undefined || step === undefined) return undefined
  const ahead = [...places].flatMap(([id, place]) => {
    const [x, y] = [place.x - at.x, place.y - at.y]
    const forward = x * step.x + y * step.y
    const aside = Math.abs(x * step.y) + Math.abs(y * step.x)
    return id === from || forward <= 0 || aside > forward * 2 + BOX.width ? [] : [{ id, distance: forward + aside * 2 }]
  })
  return ahead.toSorted((one, other) => one.distance - other.distance)[0]?.id
}

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
