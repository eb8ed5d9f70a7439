/** What a key means in a sheet, apart from typing. Knows keys, not what the steps do. */

export type SheetStep =
  | { readonly kind: 'move'; readonly lines: number; readonly columns: number; readonly isExtending: boolean }
  | { readonly kind: 'through'; readonly step: 1 | -1 }
  | { readonly kind: 'select-all' | 'open' | 'turn' | 'clear' | 'fill-down' | 'undo' | 'redo' | 'remove-lines' }
  | { readonly kind: 'move-lines'; readonly step: 1 | -1 }

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const FAR = 100_000
const PAGE = 15

const MOVES: Readonly<Record<string, readonly [lines: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
  Home: [0, -FAR],
  End: [0, FAR],
}

const WITH_CONTROL: Readonly<Record<string, 'select-all' | 'fill-down' | 'redo' | 'remove-lines'>> = {
  a: 'select-all',
  d: 'fill-down',
  y: 'redo',
  '-': 'remove-lines',
}

/** Null for keys that a sheet leaves alone. */
export function sheetStep(press: KeyPress): SheetStep | null {
  const { key, shiftKey, altKey } = press
  if (altKey) return lineStep(key)
  if (press.ctrlKey || press.metaKey) return controlStep(key, shiftKey)
  const move = MOVES[key]
  if (move) return { kind: 'move', lines: move[0], columns: move[1], isExtending: shiftKey }
  if (key === 'Tab') return { kind: 'through', step: shiftKey ? -1 : 1 }
  if (key === 'Enter' || key === 'F2') return { kind: 'open' }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' }
  return key === ' ' ? { kind: 'turn' } : null
}

function lineStep(key: string): SheetStep | null {
  if (key === 'ArrowUp') return { kind: 'move-lines', step: -1 }
  return key === 'ArrowDown' ? { kind: 'move-lines', step: 1 } : null
}

function controlStep(key: string, shiftKey: boolean): SheetStep | null {
  const letter = key.toLowerCase()
  if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' }
  const kind = WITH_CONTROL[letter]
  if (kind) return { kind }
  return edgeStep(key, shiftKey)
}

/** To the edges of the sheet. */
function edgeStep(key: string, isExtending: boolean): SheetStep | null {
  if (key === 'Home') return { kind: 'move', lines: -FAR, columns: -FAR, isExtending }
  if (key === 'End') return { kind: 'move', lines: FAR, columns: FAR, isExtending }
  const move = MOVES[key]
  return move ? { kind: 'move', lines: move[0] * FAR, columns: move[1] * FAR, isExtending } : null
}
