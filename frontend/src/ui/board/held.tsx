/** A thing on a board that is arranged: what it shows, under a cover by which the whole of it is taken hold of. */
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './arranging.module.css'

interface HeldProps {
  readonly name: string
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onOpen: (() => void) | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** Stands on the cover, so that it can be pressed. */
  readonly badge: ReactNode
  readonly children: ReactNode
}

export function Held({ name, isChosen, onChoose, onOpen, onKeyDown, badge, children }: HeldProps) {
  const { t } = useTranslation()
  return (
    <div className={styles['held']}>
      <div className={styles['shown']} inert>
        {children}
      </div>
      <button
        type="button"
        className={styles['cover']}
        aria-label={t('board:choose', { name })}
        aria-pressed={isChosen}
        onClick={onChoose}
        onFocus={onChoose}
        onDoubleClick={onOpen}
        onKeyDown={onKeyDown}
      />
      {badge !== undefined && <span className={styles['badge']}>{badge}</span>}
    </div>
  )
}
