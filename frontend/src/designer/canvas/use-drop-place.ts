/** Makes an element a place where something can be put down. */
import { useCallback, useContext, useEffect, useRef } from 'react'

import { DragContext } from './drag-context'
import type { DropPlace } from './drag-subject'

export function useDropPlace(id: string, place: DropPlace) {
  const engine = useContext(DragContext)
  const newest = useRef(place)
  const leave = useRef<(() => void) | undefined>(undefined)
  useEffect(() => {
    newest.current = place
  })
  return useCallback(
    (element: HTMLElement | null) => {
      leave.current?.()
      leave.current = element === null ? undefined : engine?.addPlace(id, { element, place: () => newest.current })
    },
    [engine, id],
  )
}
