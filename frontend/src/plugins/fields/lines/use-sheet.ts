/** The state of a sheet in React: which cells are chosen, which one is being edited, and the commands its parts give. */
import { useLayoutEffect, useState } from 'react'

import { readBlock, writeBlock } from '@/core/forms/block'
import type { FormLine } from '@/core/forms/entry'
import { writeCells, type CellWrite } from '@/core/forms/lines'
import { areaOf, confined, moveBy, type Cell, type Selection } from '@/core/forms/selection'
import type { Value } from '@/core/values/value'

import { useFieldScope, type FieldScope } from '../scope'
import { blockWrites, writeOf } from './paste-block'
import { cellText, readCell, type SheetColumn } from './sheet-columns'
import type { SheetStep } from './sheet-keys'
import { takeStep, type Editing, type Outcome, type Situation } from './sheet-step'

export interface SheetSource {
  readonly lines: readonly FormLine[]
  readonly columns: readonly SheetColumn[]
  readonly isLocked: boolean
  readonly onChange: (lines: readonly FormLine[]) => void
  readonly onHistory: (direction: 'undo' | 'redo') => void
  readonly onPasted: (writes: readonly CellWrite[]) => void
}

export interface SheetCommands {
  readonly select: (cell: Cell, isExtending?: boolean) => void
  readonly selectLine: (line: number, isExtending: boolean) => void
  readonly edit: (editing: Editing | null) => void
  /** Writes typed text into the active cell and moves on. */
  readonly commitText: (text: string, move: readonly [lines: number, columns: number]) => void
  readonly commitValue: (value: Value) => void
  /** Whether the step was taken; a key that was not is left to the page. */
  readonly take: (step: SheetStep) => boolean
  readonly copy: () => string
  readonly paste: (text: string) => void
}

interface SheetState {
  readonly selection: Selection | null
  readonly editing: Editing | null
  readonly isPasting: boolean
}

const AT_REST: SheetState = { selection: null, editing: null, isPasting: false }

interface Latest extends SheetSource {
  readonly situation: Situation | null
  readonly scope: FieldScope
}

export function useSheet(source: SheetSource) {
  const scope = useFieldScope()
  const [state, setState] = useState(AT_REST)
  const { lines, columns, isLocked } = source
  const extent = { lines: lines.length + (isLocked ? 0 : 1), columns: columns.length }
  const selection = state.selection && confined(state.selection, extent)
  const situation = selection && { lines, columns, isLocked, scope, selection, extent }
  const latest = { ...source, situation, scope }

  // The commands stay the same objects, so that lines that did not change are not drawn again.
  const [sheet] = useState(() => followingCommands(latest, setState))
  useLayoutEffect(() => sheet.follow(latest))
  return { ...state, selection, extent, commands: sheet.commands }
}

type SetState = (change: (now: SheetState) => SheetState) => void

/** Commands that always see the sheet as it was last drawn. */
function followingCommands(first: Latest, setState: SetState) {
  let latest = first
  const follow = (next: Latest) => {
    latest = next
  }
  return { follow, commands: sheetCommands(() => latest, setState) }
}

function sheetCommands(latest: () => Latest, setState: SetState): SheetCommands {
  const show = (selection: Selection) => setState((now) => ({ ...now, selection, editing: null }))
  const write = (writes: readonly CellWrite[]) => {
    if (writes.length > 0) latest().onChange(writeCells(latest().lines, writes))
  }
  return {
    select: (active, isExtending = false) => show({ active, anchor: (isExtending && latest().situation?.selection.anchor) || active }),
    selectLine: (line, isExtending) => {
      const from = isExtending ? (latest().situation?.selection.anchor.line ?? line) : line
      show({ anchor: { line: from, column: 0 }, active: { line, column: latest().columns.length - 1 } })
    },
    edit: (editing) => setState((now) => ({ ...now, editing })),
    commitText: (text, move) => {
      const { situation } = latest()
      if (situation === null) return
      write(typedWrite(text, situation))
      show(movedOn(situation, move))
    },
    commitValue: (value) => {
      const { situation, columns } = latest()
      const column = situation && columns[situation.selection.active.column]
      if (column) write([{ at: situation.selection.active.line, field: column.field.name, value }])
    },
    take: (step) => {
      const { situation } = latest()
      const outcome = situation && takeStep(situation, step)
      if (outcome) carryOut(outcome, latest(), setState)
      return outcome !== null
    },
    copy: () => copiedText(latest()),
    paste: (text) => void pasteText(text, latest, write, setState),
  }
}

function carryOut({ selection, lines, editing, history }: Outcome, { onChange, onHistory }: Latest, setState: SetState): void {
  if (lines) onChange(lines)
  if (history) onHistory(history)
  setState((now) => ({ ...now, selection: selection ?? now.selection, editing: editing ?? null }))
}

/** Nothing when the text says what stands there already. */
function typedWrite(text: string, { selection, columns, lines, scope }: Situation): CellWrite[] {
  const { line: at, column: position } = selection.active
  const column = columns[position]
  if (column === undefined || text === cellText(column, lines[at], scope)) return []
  return [writeOf({ at, column, text }, readCell(column, text, scope))]
}

/** A line that was just added may be followed by the next one. */
function movedOn({ selection, extent }: Situation, [lines, columns]: readonly [number, number]): Selection {
  return moveBy({ ...selection, anchor: selection.active }, lines, columns, { ...extent, lines: Math.max(extent.lines, selection.active.line + 2) })
}

function copiedText({ situation, lines, columns, scope }: Latest): string {
  if (situation === null) return ''
  const { top, bottom, left, right } = areaOf(situation.selection)
  return writeBlock(lines.slice(top, bottom + 1).map((line) => columns.slice(left, right + 1).map((column) => cellText(column, line, scope))))
}

/** Links are matched on the server first; then the whole block is written as one step. */
async function pasteText(text: string, latest: () => Latest, write: (writes: readonly CellWrite[]) => void, setState: SetState): Promise<void> {
  const { situation, isLocked, columns, scope } = latest()
  if (situation === null || isLocked) return
  setState((now) => ({ ...now, editing: null, isPasting: true }))
  try {
    const writes = await blockWrites(readBlock(text), areaOf(situation.selection), columns, scope)
    write(writes)
    latest().onPasted(writes)
  } finally {
    setState((now) => ({ ...now, isPasting: false }))
  }
}
