/** What can be dragged onto a canvas, and where it can be put down. */
import type { FieldType } from '@/generated/metadata'

export type DragSubject =
  | { readonly kind: 'type'; readonly type: FieldType }
  | { readonly kind: 'new-section' }
  /** A field, on the canvas already or not. */
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'section'; readonly section: string }
  /** A column of detail lines. */
  | { readonly kind: 'column'; readonly lines: string; readonly field: string }
  /** An entry of a short list in a panel, which it does not leave. */
  | { readonly kind: 'entry'; readonly list: string; readonly at: number }

/** A place something may be put before; `order` is its place in reading order. */
export type DropPlace =
  | { readonly kind: 'item'; readonly section: string; readonly index: number; readonly order: number; readonly isWide: boolean }
  /** The rest of a section, after its last item. */
  | { readonly kind: 'end'; readonly section: string; readonly index: number; readonly order: number }
  /** A column of detail lines, or the room after the last one. */
  | { readonly kind: 'column'; readonly lines: string; readonly index: number; readonly order: number; readonly isEnd?: boolean }
  | { readonly kind: 'frame'; readonly index: number; readonly order: number }
  /** Anywhere on the canvas. */
  | { readonly kind: 'canvas'; readonly order: number }

/** Where a subject would land: among the items of a section, the columns of detail lines, or the sections. */
export interface DropTarget {
  readonly section: string | null
  readonly index: number
  readonly lines?: string
  /** The item or column it is held over: the mark stands beside it, where the pointer is. */
  readonly over?: number
}

/** Types that need nothing more than a label as a column of detail lines. */
export const COLUMN_TYPES: readonly FieldType[] = ['text', 'integer', 'decimal', 'money', 'percent', 'switch', 'date', 'choice', 'person']

export function isAmongSections(subject: DragSubject): boolean {
  return subject.kind === 'section' || subject.kind === 'new-section'
}

/** Whether a subject can be put down at a place. */
export function fits(subject: DragSubject, place: DropPlace): boolean {
  if (place.kind === 'canvas') return true
  if (subject.kind === 'entry') return 'section' in place && place.section === subject.list
  if (place.kind === 'column') return fitsColumns(subject, place.lines)
  return subject.kind !== 'column' && (place.kind === 'frame') === isAmongSections(subject)
}

function fitsColumns(subject: DragSubject, lines: string): boolean {
  if (subject.kind === 'type') return COLUMN_TYPES.includes(subject.type)
  return subject.kind === 'column' && subject.lines === lines
}

/** Tells subjects apart, as a text. */
export function keyOf(subject: DragSubject): string {
  switch (subject.kind) {
    case 'type':
      return `type ${subject.type}`
    case 'field':
    case 'column':
      return `${subject.kind} ${subject.field}`
    case 'entry':
      return `entry ${subject.list} ${subject.at}`
    case 'section':
      return `section ${subject.section}`
    case 'new-section':
      return subject.kind
  }
}
