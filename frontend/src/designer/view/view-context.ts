/** The view in hand, which of its columns is chosen, and how its columns are changed. */
import { createContext, useContext } from 'react'

import type { Entity, View } from '@/generated/metadata'

export interface ViewInHand {
  readonly view: View
  /** As the draft has it. */
  readonly entity: Entity
  /** The field of the chosen column; null means the view itself. */
  readonly chosen: string | null
  readonly choose: (field: string | null) => void
  readonly setColumns: (columns: View['columns']) => void
  readonly remove: (field: string) => void
}

export const ViewContext = createContext<ViewInHand | null>(null)

export function useView(): ViewInHand {
  const view = useContext(ViewContext)
  if (view === null) throw new Error('parts of the view designer stand inside a ViewContext')
  return view
}
