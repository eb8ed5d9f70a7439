/** What can be taken from the palette onto a board, and how it travels with the pointer. */
import type { Report } from '@/generated/metadata'

import { SIZE_OF_WORDS, sizeOf } from './board-edits'

export type BoardSubject =
  | { readonly kind: 'question' }
  | { readonly kind: 'words' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'report'; readonly report: string }

/** The browser tells types of what is dragged, but not its content, before it is put down; so the kind is in the type. */
const TYPE = 'application/x-tongdao-'
const KINDS = ['question', 'words', 'filter', 'report'] as const

export function writeSubject(transfer: DataTransfer, subject: BoardSubject): void {
  transfer.setData(`${TYPE}${subject.kind}`, JSON.stringify(subject))
  transfer.setData('text/plain', subject.kind)
  transfer.effectAllowed = 'copy'
}

export function readSubject(transfer: DataTransfer | null): BoardSubject | null {
  const kind = kindIn(transfer)
  if (kind === undefined || transfer === null) return null
  return JSON.parse(transfer.getData(`${TYPE}${kind}`)) as BoardSubject
}

function kindIn(transfer: DataTransfer | null): BoardSubject['kind'] | undefined {
  return KINDS.find((kind) => transfer?.types.includes(`${TYPE}${kind}`))
}

/** How much room a subject takes while it is over the board; false for what does not belong there. */
export function sizeOfSubject(transfer: DataTransfer | null): { readonly w: number; readonly h: number } | false {
  const kind = kindIn(transfer)
  if (kind === undefined || kind === 'filter') return false
  return kind === 'words' ? SIZE_OF_WORDS : sizeOf({ kind: 'table' })
}

/** The size a subject has once it is put down. */
export function sizeFor(subject: BoardSubject, reports: readonly Report[]): { readonly w: number; readonly h: number } {
  if (subject.kind === 'words') return SIZE_OF_WORDS
  const report = subject.kind === 'report' ? reports.find(({ id }) => id === subject.report) : undefined
  return sizeOf(report?.chart ?? { kind: 'table' })
}
