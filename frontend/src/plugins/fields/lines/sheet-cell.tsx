/** One cell of a sheet: the value as its field shows it; the active cell also holds the editor or the opened picker. */
import { useTranslation } from 'react-i18next'

import type { FormLine, Rejected } from '@/core/forms/entry'
import { translator } from '@/core/i18n/translator'
import { issueText } from '@/core/issues/issue-text'
import { isReference, type Value } from '@/core/values/value'

import { FieldCell } from '../field-cell'
import { useFieldScope } from '../scope'
import { CellEditor } from './cell-editor'
import { CellPicker } from './cell-picker'
import { cellText, type SheetColumn } from './sheet-columns'
import type { Editing } from './sheet-step'
import styles from './sheet.module.css'
import type { SheetCommands } from './use-sheet'

interface SheetCellProps {
  readonly column: SheetColumn
  readonly line: FormLine | undefined
  readonly at: number
  readonly position: number
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly editing: Editing | null
  /** Why the server refuses what stands here. */
  readonly fault: string | undefined
  readonly statusId: string
  readonly commands: SheetCommands
}

export function SheetCell(props: SheetCellProps) {
  const { column, line, at, position, isActive, isChosen, fault, commands } = props
  const scope = useFieldScope()
  const rejected = line?.rejected[column.field.name]
  // There are thousands of cells: only the marked ones need words.
  const reason = rejected ? issueText(translator.t, rejected.issue) : fault
  const text = cellText(column, line, scope)
  return (
    // The sheet around it hears the keys; here the mouse only chooses.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="gridcell"
      aria-colindex={position + 2}
      aria-label={text}
      aria-selected={isChosen}
      tabIndex={-1}
      className={cellClass(props, reason)}
      title={reason}
      data-field={column.field.name}
      onFocus={(event) => event.target === event.currentTarget && commands.select({ line: at, column: position })}
      onMouseDown={(event) => {
        if (isActive || event.button !== 0) return
        event.preventDefault()
        commands.select({ line: at, column: position }, event.shiftKey)
      }}
      onMouseEnter={(event) => event.buttons === 1 && commands.select({ line: at, column: position }, true)}
      onDoubleClick={() => commands.take({ kind: 'open' })}
    >
      <CellContent column={column} line={line} rejected={rejected} />
      {isActive && <ActiveCell {...props} reason={reason} text={text} />}
    </div>
  )
}

/** Inert: a link in a sheet is text, and the cell says aloud what stands in it. */
function CellContent({ column, line, rejected }: { readonly column: SheetColumn; readonly line: FormLine | undefined; readonly rejected: Rejected | undefined }) {
  if (line === undefined) return null
  return (
    <div className={styles['content']} inert aria-hidden>
      {rejected ? rejected.text : <ReadCell column={column} value={line.values[column.field.name]} />}
    </div>
  )
}

/** A linked record is its title here: nothing to follow, and far less to draw. */
function ReadCell({ column, value }: { readonly column: SheetColumn; readonly value: Value | undefined }) {
  return isReference(value) ? value.title : <FieldCell field={column.shown} value={value} />
}

function ActiveCell(props: SheetCellProps & { readonly reason: string | undefined; readonly text: string }) {
  const { column, line, at, editing, statusId, reason, text, commands } = props
  const { t } = useTranslation()
  const label = t('fields:lines.cell', { column: column.label, line: at + 1, value: text })
  const opensPicker = column.entry === 'picker' || (column.entry === 'calendar' && editing?.isTyped === false)
  if (editing && opensPicker) return <CellPicker column={column} line={line} label={label} editing={editing} commands={commands} />
  return (
    <CellEditor
      editing={editing}
      label={label}
      canType={column.entry !== undefined && column.entry !== 'toggle'}
      isInvalid={reason !== undefined}
      isAtEnd={column.spec.align === 'end'}
      describedBy={reason === undefined ? undefined : statusId}
      commands={commands}
    />
  )
}

function cellClass({ column, isActive, isChosen }: SheetCellProps, reason: string | undefined): string {
  const names = [
    'cell',
    column.spec.align === 'end' && 'atEnd',
    column.entry === undefined && 'computed',
    isChosen && 'chosen',
    isActive && 'active',
    reason !== undefined && 'faulty',
  ]
  return names.flatMap((name) => (name ? (styles[name] ?? []) : [])).join(' ')
}
