/** The page on its grid, with what its blocks will show. */
import { useTranslation } from 'react-i18next'

import { Arranging, type BoardActions } from '@/ui/board/arranging'
import { carriedIn, carriedKind } from '@/ui/board/carried'
import type { Place, Places, Size } from '@/ui/board/places'
import { EmptyState } from '@/ui/feedback/empty-state'

import { PlaceBadge } from '../frame/element-badge'
import { BLOCKS, blockOf, type BlockKind } from './block-kinds'
import { BlockPreview } from './block-preview'
import { usePage, type Targets } from './page-context'
import styles from './page.module.css'
import { useBlockName } from './use-block-name'

interface PageCanvasProps extends Omit<BoardActions, 'onChoose' | 'onPutDown' | 'onOpen'> {
  readonly targets: Targets
  readonly onAdd: (kind: BlockKind, place: Place, others: Places) => void
}

const KINDS = BLOCKS.map(({ kind }) => kind)

export function PageCanvas({ targets, onAdd, ...board }: PageCanvasProps) {
  const { t } = useTranslation()
  const nameOf = useBlockName(targets)
  const { page, chosen, choose } = usePage()
  return (
    <div className={styles['canvas']}>
      <Arranging
        {...board}
        name={t('viewdesign:page.canvas')}
        placed={page.blocks}
        chosen={chosen}
        onChoose={choose}
        nameOf={nameOf}
        render={(block) => <BlockPreview block={block} targets={targets} />}
        renderBadge={(block) => <PlaceBadge file={`pages/${page.name}.json`} place={['blocks', page.blocks.findIndex(({ id }) => id === block.id)]} name={nameOf(block)} />}
        empty={<EmptyState title={t('viewdesign:page.empty')} hint={t('viewdesign:page.empty.hint')} />}
        sizeOver={sizeOver}
        onPutDown={(transfer, place, others) => {
          const carried = carriedIn<{ readonly kind: BlockKind }>(transfer, KINDS)
          if (carried !== null) onAdd(carried.kind, place, others)
        }}
      />
    </div>
  )
}

/** How much room a block takes while it is over the page; false for what does not belong there. */
function sizeOver(transfer: DataTransfer | null): Size | false {
  const kind = carriedKind(transfer, KINDS)
  if (kind === undefined) return false
  const { w, h } = blockOf(kind)
  return { w, h }
}
