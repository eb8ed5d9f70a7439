/** The editor of the active cell: always there to catch typing, also by an input method, and shown once something is typed. */
import { useEffect, useRef, type KeyboardEvent } from 'react'

import styles from './sheet.module.css'
import type { SheetCommands } from './use-sheet'
import type { Editing } from './sheet-step'

interface CellEditorProps {
  readonly editing: Editing | null
  /** Column and line in words, with what stands there. */
  readonly label: string
  readonly canType: boolean
  readonly isInvalid: boolean
  readonly isAtEnd: boolean
  readonly describedBy: string | undefined
  readonly commands: SheetCommands
}

type Move = readonly [lines: number, columns: number]

/** How each key leaves the cell while it is edited. */
const LEAVING: Readonly<Record<string, Move>> = { Enter: [1, 0], Tab: [0, 1] }
const LEAVING_TYPED: Readonly<Record<string, Move>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

export function CellEditor({ editing, label, canType, isInvalid, isAtEnd, describedBy, commands }: CellEditorProps) {
  const place = useRef<HTMLTextAreaElement>(null)
  useEffect(() => place.current?.focus(), [])
  const text = editing?.text ?? ''
  const isOpen = editing !== null
  const type = (typed: string) => {
    if (canType) commands.edit({ text: typed, isTyped: editing?.isTyped ?? true })
  }
  return (
    <textarea
      ref={place}
      rows={1}
      className={isOpen ? `${styles['editor']} ${isAtEnd ? styles['atEnd'] : ''}` : styles['catcher']}
      value={text}
      aria-label={label}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => type(event.target.value)}
      onKeyDown={(event) => isOpen && editKey(event, editing, text, commands)}
      onBlur={() => isOpen && commands.commitText(text, [0, 0])}
    />
  )
}

/** Keys while a cell is edited; all others belong to the text. The input method keeps its own. */
function editKey(event: KeyboardEvent, editing: Editing, text: string, commands: SheetCommands): void {
  event.stopPropagation()
  if (event.nativeEvent.isComposing || event.altKey) return
  const move = LEAVING[event.key] ?? (editing.isTyped ? LEAVING_TYPED[event.key] : undefined)
  if (event.key === 'Escape') commands.edit(null)
  else if (move) commands.commitText(text, event.shiftKey ? [-move[0], -move[1]] : move)
  else return
  event.preventDefault()
}
