/** Makes an element something that can be dragged. */
import { useDraggable } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'

import type { DragSubject } from './drag-subject'

export function useDragSource(subject: DragSubject, origin: string, isDisabled = false) {
  const { t } = useTranslation()
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: `${origin}:${keyOf(subject)}`,
    data: subject,
    disabled: isDisabled,
    attributes: { roleDescription: t('designer:drag.role') },
  })
  return { setNodeRef, setActivatorNodeRef, handle: { ...attributes, ...listeners }, isDragging }
}

function keyOf(subject: DragSubject): string {
  switch (subject.kind) {
    case 'type':
      return subject.type
    case 'field':
      return subject.field
    case 'section':
      return subject.section
    case 'new-section':
      return subject.kind
  }
}
