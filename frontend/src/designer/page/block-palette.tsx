/** Kinds of block: dragged onto the page, or added below all others with a press. */
import { useTranslation } from 'react-i18next'

import { carry } from '@/ui/board/carried'

import palette from '../palette/palette.module.css'
import { BLOCKS, type BlockKind } from './block-kinds'
import styles from './page.module.css'

interface BlockPaletteProps {
  readonly onAdd: (kind: BlockKind) => void
}

export function BlockPalette({ onAdd }: BlockPaletteProps) {
  const { t } = useTranslation()
  return (
    <nav className={palette['palette']} aria-label={t('viewdesign:blocks')}>
      <p className={styles['hint']}>{t('viewdesign:blocks.hint')}</p>
      <ul className={styles['offered']}>
        {BLOCKS.map(({ kind, icon: Drawn }) => (
          <li key={kind}>
            <button
              type="button"
              className={`${palette['item'] ?? ''} ${styles['offer'] ?? ''}`}
              draggable
              onDragStart={({ dataTransfer }) => carry(dataTransfer, { kind })}
              onClick={() => onAdd(kind)}
            >
              <span className={palette['icon']}>
                <Drawn aria-hidden />
              </span>
              <span>
                <span className={styles['offerTitle']}>{t(`viewdesign:block.${kind}`)}</span>
                <span className={styles['offerHint']}>{t(`viewdesign:block.${kind}.hint`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
