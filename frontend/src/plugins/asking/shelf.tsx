/** A shelf: what lies on it, and a place to put more down. */
import { useDndContext, useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ShelfName } from '@/core/query/shelves'

import styles from './asking.module.css'
import { placeOf } from './drag-shelves'

interface ShelfProps {
  readonly name: ShelfName
  readonly isEmpty: boolean
  readonly children: ReactNode
  /** At the end of the shelf, such as a button. */
  readonly more?: ReactNode
}

export function Shelf({ name, isEmpty, children, more }: ShelfProps) {
  const { t } = useTranslation()
  const { setNodeRef } = useDroppable({ id: name, data: { place: { shelf: name } } })
  const { over } = useDndContext()
  const isOver = placeOf(over?.data.current)?.shelf === name
  return (
    <section ref={setNodeRef} className={styles['shelf']} data-over={isOver} data-shelf={name} aria-label={t(`explore:shelf.${name}`)}>
      <span className={styles['shelfName']}>{t(`explore:shelf.${name}`)}</span>
      <div className={styles['chips']}>
        {isEmpty && <span className={styles['hint']}>{t(`explore:shelf.${name}.hint`)}</span>}
        {children}
        {more}
      </div>
    </section>
  )
}
