/** What a screen reader says while something is dragged, in the language of the interface. */
import type { Announcements, DragMoveEvent } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'

import type { DragSubject } from './drag-subject'

type Moved = Pick<DragMoveEvent, 'active' | 'over' | 'activatorEvent' | 'delta'>

export function useAnnouncements(nameOf: (subject: DragSubject) => string, whereIs: (event: Moved) => string | null) {
  const { t } = useTranslation()
  const name = ({ active }: Pick<Moved, 'active'>) => nameOf(active.data.current as DragSubject)
  // The library leaves the pointer's way out of what it announces; before the thing under it is near enough.
  const place = (event: Pick<Moved, 'active' | 'over'>) => whereIs({ ...event, activatorEvent: NO_POINTER, delta: { x: 0, y: 0 } })
  const announcements: Announcements = {
    onDragStart: (event) => t('designer:drag.start', { name: name(event) }),
    onDragOver: (event) => t(place(event) === null ? 'designer:drag.nowhere' : 'designer:drag.over', { name: name(event), place: place(event) ?? '' }),
    onDragEnd: (event) => t(place(event) === null ? 'designer:drag.cancel' : 'designer:drag.end', { name: name(event), place: place(event) ?? '' }),
    onDragCancel: (event) => t('designer:drag.cancel', { name: name(event) }),
  }
  return { announcements, screenReaderInstructions: { draggable: t('designer:drag.instructions') } }
}

const NO_POINTER = new Event('none')
