/** The page on its grid: blocks are moved and resized by mouse, stepped with Alt and arrows, and taken off with Delete. */
import { useTranslation } from 'react-i18next'
import type { KeyboardEvent } from 'react'

import type { Block } from '@/generated/metadata'
import { Arranging } from '@/ui/board/arranging'
import { insideBoard, isSamePlace, type Place } from '@/ui/board/places'
import { EmptyState } from '@/ui/feedback/empty-state'

import { useDrafting } from '../drafting/draft-context'
import { blockOf, type BlockKind } from './block-kinds'
import { BlockPreview } from './block-preview'
import { usePage, type Targets } from './page-context'
import styles from './page.module.css'

interface PageCanvasProps {
  readonly targets: Targets
  readonly dragged: BlockKind | null
  readonly onDropIn: (kind: BlockKind, place: Place, others: ReadonlyMap<string, Place>) => void
  readonly onRemove: (block: string) => void
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

export function PageCanvas({ targets, dragged, onDropIn, onRemove }: PageCanvasProps) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const { page, choose } = usePage()
  const arrange = (id: string, places: ReadonlyMap<string, Place>) => {
    const own = places.get(id) ?? page.blocks.find((block) => block.id === id)
    if (own === undefined) return
    const others = Object.fromEntries([...places].filter(([other]) => other !== id))
    void edit('move_block', { page: page.id, block: id, x: own.x, y: own.y, w: own.w, h: own.h, ...(places.size > 0 && { others }) })
  }
  const press = (event: KeyboardEvent, block: Block) => {
    if (event.key === 'Delete') onRemove(block.id)
    const step = STEPS[event.key]
    if (step === undefined || !event.altKey) return
    event.preventDefault()
    const [right, down] = step
    const place = event.shiftKey ? { ...block, w: block.w + right, h: block.h + down } : { ...block, x: block.x + right, y: block.y + down }
    const next = insideBoard(place)
    if (!isSamePlace(block, next)) arrange(block.id, new Map([[block.id, next]]))
  }
  return (
    <div className={styles['canvas']} role="presentation" onKeyDown={(event) => event.key === 'Escape' && choose(null)}>
      <div role="region" aria-label={t('viewdesign:page.canvas')}>
        {page.blocks.length === 0 && <EmptyState title={t('viewdesign:page.empty')} hint={t('viewdesign:page.empty.hint')} />}
        <Arranging
          placed={page.blocks}
          onArrange={arrange}
          incoming={dragged === null ? undefined : blockOf(dragged)}
          onDropIn={(place, others) => dragged !== null && onDropIn(dragged, place, others)}
          render={(block) => <BlockPreview block={block} targets={targets} onKeyDown={(event) => press(event, block)} />}
        />
      </div>
    </div>
  )
}
