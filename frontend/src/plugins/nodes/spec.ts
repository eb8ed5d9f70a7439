/** How a kind of step looks wherever flows are drawn; its name is the sentence `flows:node.<kind>`. */
import type { ComponentType } from 'react'

import type { CanvasTone } from '@/ui/flow-canvas/canvas-model'

export interface NodeSpec {
  readonly icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>
  readonly tone: CanvasTone
}
