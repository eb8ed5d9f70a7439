/** The opened picker of a cell: the field's own input, without a frame; Escape and Tab leave it. */
import type { KeyboardEvent } from 'react'

import type { FormLine } from '@/core/forms/entry'

import { FieldInput } from '../field-input'
import type { SheetColumn } from './sheet-columns'
import type { Editing } from './sheet-step'
import styles from './sheet.module.css'
import type { SheetCommands } from './use-sheet'

interface CellPickerProps {
  readonly column: SheetColumn
  readonly line: FormLine | undefined
  readonly label: string
  readonly editing: Editing
  readonly commands: SheetCommands
}

export function CellPicker({ column, line, label, editing, commands }: CellPickerProps) {
  const { field } = column
  // Several choices are picked one after the other; one pick of anything else is the whole entry.
  const isOnePick = field.type !== 'multi_choice'
  const leave = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Escape' && event.key !== 'Tab') return
    event.preventDefault()
    commands.edit(null)
    if (event.key === 'Tab') commands.take({ kind: 'through', step: event.shiftKey ? -1 : 1 })
  }
  return (
    // The keys reach the picker first; only those that leave it matter here.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['picker']} onKeyDown={leave}>
      <FieldInput
        field={field}
        value={line?.values[field.name] ?? null}
        id={`cell-${field.id}`}
        ariaLabel={label}
        isInSheet
        {...(editing.isTyped && { typed: editing.text })}
        onChange={(value) => {
          commands.commitValue(value)
          if (isOnePick) commands.edit(null)
        }}
      />
    </div>
  )
}
