/** What is chosen on the canvas; nothing chosen means the form itself. */
import { createContext, useContext } from 'react'

import type { DocumentLanguage } from '@/core/i18n/locale'
import type { Form } from '@/generated/metadata'

export type Chosen =
  | { readonly kind: 'field' | 'section'; readonly id: string }
  /** Several fields of the form, in the order they were chosen. */
  | { readonly kind: 'fields'; readonly ids: readonly string[] }
  | null

/** How a click or a key chooses: this alone, this as well or no longer, or everything up to this. */
export type Choosing = 'alone' | 'also' | 'up-to'

export interface CanvasState {
  readonly chosen: Chosen
  /** Language the form is previewed in. */
  readonly language: DocumentLanguage
  readonly isPhone: boolean
  /** Id of the field or section whose label is being typed. */
  readonly renaming: string | null
}

/** What can be done on the canvas; the same functions all the time, so that things drawn keep still. */
export interface CanvasActions {
  readonly choose: (chosen: Chosen) => void
  readonly chooseField: (field: string, choosing: Choosing) => void
  readonly rename: (id: string | null) => void
  readonly setLabel: (id: string, text: string) => void
  readonly setSpan: (field: string, span: number) => void
}

export const CanvasContext = createContext<CanvasState | null>(null)
export const CanvasActionsContext = createContext<CanvasActions | null>(null)

export function useCanvas(): CanvasState {
  const canvas = useContext(CanvasContext)
  if (canvas === null) throw new Error('parts of the canvas stand inside a CanvasContext')
  return canvas
}

export function useCanvasActions(): CanvasActions {
  const actions = useContext(CanvasActionsContext)
  if (actions === null) throw new Error('parts of the canvas stand inside a CanvasActionsContext')
  return actions
}

export function isChosen(chosen: Chosen, kind: 'field' | 'section', id: string): boolean {
  if (chosen?.kind === 'fields') return kind === 'field' && chosen.ids.includes(id)
  return chosen?.kind === kind && chosen.id === id
}

/** The chosen fields, in the order they were chosen. */
export function chosenFields(chosen: Chosen): readonly string[] {
  if (chosen?.kind === 'fields') return chosen.ids
  return chosen?.kind === 'field' ? [chosen.id] : []
}

export function asChosen(ids: readonly string[]): Chosen {
  const [only] = ids
  if (only === undefined) return null
  return ids.length === 1 ? { kind: 'field', id: only } : { kind: 'fields', ids }
}

/** The fields of a form in reading order. */
export function readingOrder(form: Form): string[] {
  return form.layout.flatMap(({ items }) => items.map(({ field }) => field))
}

/** What is chosen after a field was pointed at. A range begins at the field chosen first. */
export function chooseAnother(form: Form, chosen: Chosen, field: string, choosing: Choosing): Chosen {
  const before = chosenFields(chosen)
  const [anchor] = before
  if (choosing === 'alone' || anchor === undefined) return { kind: 'field', id: field }
  if (choosing === 'also') return asChosen(before.includes(field) ? before.filter((id) => id !== field) : [...before, field])
  const order = readingOrder(form)
  const [from, to] = [order.indexOf(anchor), order.indexOf(field)]
  if (from < 0 || to < 0) return { kind: 'field', id: field }
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return asChosen([anchor, ...range.filter((id) => id !== anchor)])
}

/** The field an arrow leads to from the one chosen last; of a range, from its far end. */
export function neighbour(form: Form, chosen: Chosen, by: number): string | undefined {
  const order = readingOrder(form)
  const ids = chosenFields(chosen)
  const [anchor] = ids
  if (anchor === undefined) return order[by > 0 ? 0 : order.length - 1]
  const places = ids.map((id) => order.indexOf(id)).filter((at) => at >= 0)
  const from = order.indexOf(anchor)
  const far = Math.max(...places) > from ? Math.max(...places) : Math.min(...places)
  return order[Math.min(Math.max(far + by, 0), order.length - 1)]
}
