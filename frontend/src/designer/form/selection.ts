/** What is chosen on the canvas; nothing chosen means the form itself. */
import { createContext, useContext } from 'react'

import type { DocumentLanguage } from '@/core/i18n/locale'

export type Chosen = { readonly kind: 'field' | 'section'; readonly id: string } | null

export interface CanvasState {
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
  /** Language the form is previewed in. */
  readonly language: DocumentLanguage
  readonly isPhone: boolean
}

export const CanvasContext = createContext<CanvasState | null>(null)

export function useCanvas(): CanvasState {
  const canvas = useContext(CanvasContext)
  if (canvas === null) throw new Error('parts of the canvas stand inside a CanvasContext')
  return canvas
}

export function isChosen(chosen: Chosen, kind: 'field' | 'section', id: string): boolean {
  return chosen?.kind === kind && chosen.id === id
}
