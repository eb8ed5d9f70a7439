/** What a step does to a sheet: where the selection goes and what becomes of the lines. Pure; the hook carries it out. */
import type { FormLine } from '@/core/forms/entry'
import { fillDown, moveLines, removeLines, writeCells } from '@/core/forms/lines'
import { areaOf, moveBy, stepThrough, type Area, type Extent, type Selection } from '@/core/forms/selection'

import type { FieldScope } from '../scope'
import { cellText, type SheetColumn } from './sheet-columns'
import type { SheetStep } from './sheet-keys'

export interface Editing {
  /** What the editor begins with. */
  readonly text: string
  /** Begun by typing: the arrow keys then leave the cell instead of moving the caret. */
  readonly isTyped: boolean
}

export interface Situation {
  readonly lines: readonly FormLine[]
  readonly columns: readonly SheetColumn[]
  readonly isLocked: boolean
  readonly scope: FieldScope
  readonly selection: Selection
  /** One line more than there are, where lines may be added. */
  readonly extent: Extent
}

export interface Outcome {
  readonly selection?: Selection
  readonly lines?: readonly FormLine[]
  readonly editing?: Editing
  readonly history?: 'undo' | 'redo'
}

type Take<K extends SheetStep['kind']> = (now: Situation, step: Extract<SheetStep, { kind: K }>) => Outcome | null

const NOTHING: Outcome = {}

/** By kind of step; null leaves the key to the page, as Tab does behind the last cell. */
const STEPS: { readonly [K in SheetStep['kind']]: Take<K> } = {
  move: ({ selection, extent }, { lines, columns, isExtending }) => ({ selection: moveBy(selection, lines, columns, extent, isExtending) }),
  through: ({ selection, extent }, { step }) => {
    const next = stepThrough(selection, step, extent)
    return next && { selection: next }
  },
  'select-all': ({ lines, columns }) => ({
    selection: { anchor: { line: 0, column: 0 }, active: { line: Math.max(lines.length - 1, 0), column: columns.length - 1 } },
  }),
  undo: () => ({ history: 'undo' }),
  redo: () => ({ history: 'redo' }),
  open: (now) => openCell(now) ?? NOTHING,
  turn: (now) => (activeColumn(now)?.entry === 'toggle' ? openCell(now) : null),
  clear: (now) => ({ lines: clearArea(now) }),
  'fill-down': (now) => {
    const area = filledArea(now)
    return { lines: fillDown(now.lines, area.top, area.bottom, enteredNames(now, area)) }
  },
  'move-lines': (now, { step }) => {
    const { top, bottom } = filledArea(now)
    const lines = moveLines(now.lines, top, bottom, step)
    return lines === now.lines || now.isLocked ? NOTHING : { lines, selection: shifted(now.selection, step) }
  },
  'remove-lines': (now) => {
    const { top, bottom } = filledArea(now)
    return bottom < top ? NOTHING : { lines: removeLines(now.lines, top, bottom) }
  },
}

export function takeStep(now: Situation, step: SheetStep): Outcome | null {
  const take = STEPS[step.kind] as Take<SheetStep['kind']>
  const outcome = take(now, step)
  if (outcome?.lines === undefined || !now.isLocked) return outcome
  return NOTHING
}

/** A switch turns over; everything else opens for editing. */
function openCell(now: Situation): Outcome | null {
  const column = activeColumn(now)
  if (column?.entry === undefined) return null
  const { line: at } = now.selection.active
  const line = now.lines[at]
  if (column.entry !== 'toggle') return { editing: { text: cellText(column, line, now.scope), isTyped: false } }
  const field = column.field.name
  return { lines: writeCells(now.lines, [{ at, field, value: line?.values[field] !== true }]) }
}

function activeColumn({ selection, columns }: Situation): SheetColumn | undefined {
  return columns[selection.active.column]
}

/** The chosen area without the line that is not there yet. */
function filledArea({ selection, lines }: Situation): Area {
  const area = areaOf(selection)
  return { ...area, bottom: Math.min(area.bottom, lines.length - 1) }
}

function clearArea(now: Situation): readonly FormLine[] {
  const area = filledArea(now)
  const rows = Array.from({ length: Math.max(area.bottom - area.top + 1, 0) }, (_, down) => area.top + down)
  const names = enteredNames(now, area)
  return rows.length === 0 ? now.lines : writeCells(now.lines, rows.flatMap((at) => names.map((field) => ({ at, field, value: null }))))
}

function enteredNames({ columns }: Situation, { left, right }: Area): string[] {
  return columns.slice(left, right + 1).flatMap(({ field, entry }) => (entry === undefined ? [] : [field.name]))
}

function shifted({ active, anchor }: Selection, step: 1 | -1): Selection {
  return { active: { ...active, line: active.line + step }, anchor: { ...anchor, line: anchor.line + step } }
}
