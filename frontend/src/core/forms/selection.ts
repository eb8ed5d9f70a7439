/** Which cells of a sheet are chosen, and where the keys move to. Lines and columns are counted from zero. */

export interface Cell {
  readonly line: number
  readonly column: number
}

/** The cell with the cursor, and the corner the selection was drawn from. */
export interface Selection {
  readonly active: Cell
  readonly anchor: Cell
}

export interface Extent {
  readonly lines: number
  readonly columns: number
}

export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function selectCell(active: Cell): Selection {
  return { active, anchor: active }
}

export function areaOf({ active, anchor }: Selection): Area {
  return {
    top: Math.min(active.line, anchor.line),
    bottom: Math.max(active.line, anchor.line),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  }
}

export function isInside({ top, bottom, left, right }: Area, { line, column }: Cell): boolean {
  return line >= top && line <= bottom && column >= left && column <= right
}

/** Moves the cursor, or with `isExtending` the far corner; stays inside. */
export function moveBy(selection: Selection, lines: number, columns: number, extent: Extent, isExtending = false): Selection {
  const active = inside({ line: selection.active.line + lines, column: selection.active.column + columns }, extent)
  return { active, anchor: isExtending ? selection.anchor : active }
}

/** The next cell in reading order (or the one before), through the ends of lines; null past the last or first cell. */
export function stepThrough({ active }: Selection, step: 1 | -1, { lines, columns }: Extent): Selection | null {
  const position = active.line * columns + active.column + step
  if (position < 0 || position >= lines * columns) return null
  return selectCell({ line: Math.floor(position / columns), column: position % columns })
}

/** Brings a selection back inside after lines or columns have gone. */
export function confined(selection: Selection, extent: Extent): Selection {
  return { active: inside(selection.active, extent), anchor: inside(selection.anchor, extent) }
}

function inside({ line, column }: Cell, { lines, columns }: Extent): Cell {
  return { line: clamp(line, lines), column: clamp(column, columns) }
}

function clamp(position: number, count: number): number {
  return Math.max(0, Math.min(position, count - 1))
}
