/** What a drawing of steps consists of: cards and the ways between them. Knows nothing of what the steps do. */
import type { ReactNode } from 'react'

/** The family a card belongs to, shown by the colour of its icon. */
export type CanvasTone = 'start' | 'person' | 'choice' | 'work' | 'stock' | 'message' | 'wait' | 'end'

/** How far a card is: not reached, left behind, being worked on, or stopped by a fault. */
export type CanvasState = 'ahead' | 'passed' | 'current' | 'failed'

export interface CanvasFlag {
  readonly severity: 'error' | 'warning'
  readonly words: string
}

export interface CanvasNode {
  readonly id: string
  readonly label: string
  /** What kind of step it is, in words. */
  readonly kind: string
  readonly icon: ReactNode
  readonly tone: CanvasTone
  readonly state: CanvasState
  /** Time and outcome. */
  readonly note?: string | undefined
  /** What is wrong with it, in words. */
  readonly flag?: CanvasFlag | undefined
}

export interface CanvasEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label?: string | undefined
  /** Whether the way was gone. */
  readonly isTaken: boolean
  /** Whether it belongs to the usual course, which is drawn straight down. */
  readonly isMain: boolean
}

export interface CanvasGraph {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
}
