/** The kinds of block a page is made of, with the size they come in. */
import { BarChartOutlined, FontSizeOutlined, FormOutlined, InteractionOutlined, UnorderedListOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'

import type { Block } from '@/generated/metadata'

export type BlockKind = Block['kind']

export interface OfferedBlock {
  readonly kind: BlockKind
  readonly icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>
  readonly w: number
  readonly h: number
}

export const BLOCKS: readonly OfferedBlock[] = [
  { kind: 'list', icon: UnorderedListOutlined, w: 16, h: 10 },
  { kind: 'form', icon: FormOutlined, w: 8, h: 12 },
  { kind: 'chart', icon: BarChartOutlined, w: 8, h: 8 },
  { kind: 'text', icon: FontSizeOutlined, w: 24, h: 3 },
  { kind: 'buttons', icon: InteractionOutlined, w: 24, h: 2 },
]

export function blockOf(kind: BlockKind): OfferedBlock {
  return BLOCKS.find((block) => block.kind === kind) ?? { kind, icon: FontSizeOutlined, w: 12, h: 6 }
}
