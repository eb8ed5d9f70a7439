/** What can be dragged onto a canvas, and where it can be put down. */
import type { FieldType } from '@/generated/metadata'

export type DragSubject =
  | { readonly kind: 'type'; readonly type: FieldType }
  | { readonly kind: 'new-section' }
  /** A field, on the canvas already or not. */
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'section'; readonly section: string }

/** A place something may be put before; `order` is its place in reading order. */
export type DropPlace =
  | { readonly kind: 'item'; readonly section: string; readonly index: number; readonly order: number; readonly isWide: boolean }
  /** The rest of a section, after its last item. */
  | { readonly kind: 'end'; readonly section: string; readonly index: number; readonly order: number }
  | { readonly kind: 'frame'; readonly index: number; readonly order: number }
  /** Anywhere on the canvas. */
  | { readonly kind: 'canvas'; readonly order: number }

/** Where a subject would land: among the items of a section, or among the sections. */
export interface DropTarget {
  readonly section: string | null
  readonly index: number
}

export function isAmongSections(subject: DragSubject): boolean {
  return subject.kind === 'section' || subject.kind === 'new-section'
}

/** Whether a subject can be put down at a place. */
export function fits(subject: DragSubject, place: DropPlace): boolean {
  return place.kind === 'canvas' || (place.kind === 'frame') === isAmongSections(subject)
}
