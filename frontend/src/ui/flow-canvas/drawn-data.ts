/** What a card and a way are handed by the canvas that draws them. */
import type { CanvasEdge, CanvasNode } from './canvas-model'
import type { Point } from './geometry'

export interface CardData extends Record<string, unknown> {
  readonly card: CanvasNode
  readonly isSelected: boolean
}

export interface WayData extends Record<string, unknown> {
  readonly way: CanvasEdge
  readonly points: readonly Point[]
  readonly at: Point | undefined
}
