/** Makes an element something that can be dragged: by mouse, touch or pen, and with the space bar and the arrows. */
import { useCallback, useContext, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { DragContext, useDraggingPart } from './drag-context'
import { keyOf, type DragSubject } from './drag-subject'
import { InstructionsContext } from './instructions'

export function useDragSource(subject: DragSubject, origin: string, isDisabled = false) {
  const { t } = useTranslation()
  const engine = useContext(DragContext)
  const describedBy = useContext(InstructionsContext)
  const node = useRef<HTMLElement | null>(null)
  const key = keyOf(subject)
  const isDragging = useDraggingPart((dragging) => dragging.subject !== null && keyOf(dragging.subject) === key)
  const setNodeRef = useCallback((element: HTMLElement | null) => {
    node.current = element
  }, [])
  const handle = {
    role: 'button',
    tabIndex: 0,
    'aria-roledescription': t('designer:drag.role'),
    'aria-describedby': describedBy,
    'data-origin': origin,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      // A finger on the palette may want to scroll it.
      if (!isDisabled) engine?.press(subject, event, origin === 'palette' && event.pointerType === 'touch')
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (isDisabled || event.key !== ' ' || event.defaultPrevented) return
      event.preventDefault()
      event.stopPropagation()
      engine?.pickUp(subject, node.current ?? event.currentTarget)
    },
  }
  return { setNodeRef, setActivatorNodeRef: noRef, handle, isDragging }
}

/** The handle listens by itself; whoever gives it a reference as well does no harm. */
function noRef(): void {
  // Nothing to hold.
}
