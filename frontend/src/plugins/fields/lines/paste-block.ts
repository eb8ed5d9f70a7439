/** Turns a pasted block into writes of cells: by position, or by the labels in its first row; links are matched on the server. */
import type { Block } from '@/core/forms/block'
import type { CellWrite } from '@/core/forms/lines'
import type { Area } from '@/core/forms/selection'
import { isUnreadable, unreadable, type Parsed } from '@/core/values/parsed'

import type { FieldScope } from '../scope'
import { readCell, type SheetColumn } from './sheet-columns'

interface PastedCell {
  readonly at: number
  readonly column: SheetColumn
  readonly text: string
}

/** One copied cell fills all selected ones; a larger block begins at their first. Computed columns are passed over. */
export async function blockWrites(block: Block, area: Area, columns: readonly SheetColumn[], scope: FieldScope): Promise<CellWrite[]> {
  const cells = placed(block, area, columns).filter(({ column }) => column.entry !== undefined)
  const matches = await matchedTexts(cells, scope)
  return cells.map((cell) => writeOf(cell, outcomeOf(cell, matches, scope)))
}

function placed(block: Block, area: Area, columns: readonly SheetColumn[]): PastedCell[] {
  const [first = []] = block
  const headed = headedColumns(first, columns)
  if (headed && block.length > 1) return block.slice(1).flatMap((row, down) => rowCells(row, area.top + down, headed))
  if (block.length === 1 && first.length === 1) return filledArea(first[0] ?? '', area, columns)
  return block.flatMap((row, down) => rowCells(row, area.top + down, columns.slice(area.left)))
}

function rowCells(row: readonly string[], at: number, columns: readonly (SheetColumn | undefined)[]): PastedCell[] {
  return row.flatMap((text, across) => {
    const column = columns[across]
    return column ? [{ at, column, text }] : []
  })
}

function filledArea(text: string, { top, bottom, left, right }: Area, columns: readonly SheetColumn[]): PastedCell[] {
  const rows = Array.from({ length: bottom - top + 1 }, (_, down) => top + down)
  return rows.flatMap((at) => columns.slice(left, right + 1).map((column) => ({ at, column, text })))
}

/** The columns a first row names, when it is a row of labels. */
function headedColumns(row: readonly string[], columns: readonly SheetColumn[]): (SheetColumn | undefined)[] | null {
  const named = row.map((text) => columns.find((column) => isCalled(column, text)))
  const isHead = row.length > 1 && named.some(Boolean) && row.every((text, at) => text.trim() === '' || named[at] !== undefined)
  return isHead ? named : null
}

function isCalled({ field }: SheetColumn, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [field.name, ...Object.values(field.label)].some((word) => word.toLowerCase() === wanted)
}

type Matches = ReadonlyMap<SheetColumn, ReadonlyMap<string, Parsed>>

/** One question per column, with all its different texts. */
async function matchedTexts(cells: readonly PastedCell[], scope: FieldScope): Promise<Matches> {
  const columns = [...new Set(cells.map(({ column }) => column))].filter(({ spec }) => spec.match !== undefined)
  const answers = columns.map(async (column) => {
    const texts = cells.filter((cell) => cell.column === column && cell.text.trim() !== '').map(({ text }) => text.trim())
    return [column, (await column.spec.match?.(texts, column.field, scope)) ?? new Map()] as const
  })
  return new Map(await Promise.all(answers))
}

function outcomeOf({ column, text }: PastedCell, matches: Matches, scope: FieldScope): Parsed {
  const matched = matches.get(column)
  if (matched === undefined || text.trim() === '') return readCell(column, text, scope)
  return matched.get(text.trim()) ?? unreadable('entry.link.unknown', { text })
}

/** What cannot be read stays in the cell as text, with the reason. */
export function writeOf({ at, column, text }: PastedCell, outcome: Parsed): CellWrite {
  const field = column.field.name
  return isUnreadable(outcome) ? { at, field, value: null, rejected: { text, issue: outcome.issue } } : { at, field, value: outcome.value }
}
