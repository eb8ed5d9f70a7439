/** One thing of the palette: dragged onto the canvas, or added at the end with a click or a press of Enter. */
import type { ComponentType, KeyboardEvent, MouseEvent } from 'react'

import type { DragSubject } from '../canvas/drag-subject'
import { useDragSource } from '../canvas/use-drag-source'
import styles from './palette.module.css'

interface PaletteItemProps {
  readonly subject: DragSubject
  readonly icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>
  readonly title: string
  readonly hint?: string
  readonly onAdd: () => void
}

export function PaletteItem({ subject, icon: Drawn, title, hint, onAdd }: PaletteItemProps) {
  const { setNodeRef, handle, isDragging } = useDragSource(subject, 'palette')
  const source = {
    ...handle,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => (event.key === 'Enter' ? onAdd() : handle.onKeyDown(event)),
    // A double click is one wish, not two, and leaves the focus to what the first has opened.
    onClick: ({ detail }: MouseEvent) => detail < 2 && onAdd(),
    onMouseDown: (event: MouseEvent) => event.detail > 1 && event.preventDefault(),
  }
  return (
    <div
      ref={setNodeRef}
      {...source}
      className={styles['item']}
      data-dragging={isDragging}
      title={hint}
      aria-label={hint === undefined ? title : `${title}: ${hint}`}
    >
      <span className={styles['icon']}>
        <Drawn aria-hidden />
      </span>
      <span className={styles['title']}>{title}</span>
    </div>
  )
}
