/** Makes an element a place where something can be put down. */
import { useDroppable } from '@dnd-kit/core'

import type { DropPlace } from './drag-subject'

export function useDropPlace(id: string, place: DropPlace) {
  const { setNodeRef } = useDroppable({ id, data: place })
  return setNodeRef
}
