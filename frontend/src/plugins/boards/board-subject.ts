/** What can be taken from the palette onto a dashboard, and the room it takes there. */
import type { Report } from '@/generated/metadata'
import { carriedIn, carriedKind } from '@/ui/board/carried'
import type { Size } from '@/ui/board/places'

import { SIZE_OF_WORDS, sizeOf } from './board-edits'

export type BoardSubject =
  | { readonly kind: 'question' }
  | { readonly kind: 'words' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'report'; readonly report: string }

const KINDS = ['question', 'words', 'filter', 'report'] as const

export function readSubject(transfer: DataTransfer | null): BoardSubject | null {
  return carriedIn<BoardSubject>(transfer, KINDS)
}

/** How much room a subject takes while it is over the board; false for what does not belong there. */
export function sizeOfSubject(transfer: DataTransfer | null): Size | false {
  const kind = carriedKind(transfer, KINDS)
  if (kind === undefined || kind === 'filter') return false
  return kind === 'words' ? SIZE_OF_WORDS : sizeOf({ kind: 'table' })
}

/** The size a subject has once it is put down. */
export function sizeFor(subject: BoardSubject, reports: readonly Report[]): Size {
  if (subject.kind === 'words') return SIZE_OF_WORDS
  const report = subject.kind === 'report' ? reports.find(({ id }) => id === subject.report) : undefined
  return sizeOf(report?.chart ?? { kind: 'table' })
}
