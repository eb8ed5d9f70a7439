/** One line of a sheet. Drawn again only when its own line, marks or selection change. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { FormLine } from '@/core/forms/entry'

import { SheetCell } from './sheet-cell'
import type { SheetColumn } from './sheet-columns'
import type { Editing } from './sheet-step'
import styles from './sheet.module.css'
import type { SheetCommands } from './use-sheet'

interface SheetRowProps {
  /** Undefined for the line that is not there yet. */
  readonly line: FormLine | undefined
  readonly at: number
  readonly columns: readonly SheetColumn[]
  readonly activeColumn: number
  /** First and last chosen column; both -1 when none is. */
  readonly left: number
  readonly right: number
  readonly editing: Editing | null
  /** Why the server refuses cells, by field name. */
  readonly faults: Readonly<Record<string, string>> | undefined
  readonly statusId: string
  readonly commands: SheetCommands
}

export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { line, at, columns, activeColumn, left, right, editing, faults, statusId, commands } = props
  return (
    <div role="row" aria-rowindex={at + 2} className={line ? styles['row'] : `${styles['row']} ${styles['newRow']}`}>
      <RowHead at={at} isNew={line === undefined} isChosen={left >= 0} commands={commands} />
      {columns.map((column, position) => (
        <SheetCell
          key={column.field.id}
          column={column}
          line={line}
          at={at}
          position={position}
          isActive={position === activeColumn}
          isChosen={left >= 0 && position >= left && position <= right}
          editing={position === activeColumn ? editing : null}
          fault={faults?.[column.field.name]}
          statusId={statusId}
          commands={commands}
        />
      ))}
    </div>
  )
})

interface RowHeadProps {
  readonly at: number
  readonly isNew: boolean
  readonly isChosen: boolean
  readonly commands: SheetCommands
}

function RowHead({ at, isNew, isChosen, commands }: RowHeadProps) {
  const { t } = useTranslation()
  return (
    // The keyboard chooses lines with the shift key; this is the mouse's way.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="rowheader"
      tabIndex={-1}
      aria-colindex={1}
      aria-label={isNew ? t('fields:lines.new') : t('fields:lines.line', { line: at + 1 })}
      className={isChosen ? `${styles['rowHead']} ${styles['chosenHead']}` : styles['rowHead']}
      onMouseDown={(event) => {
        event.preventDefault()
        if (isNew) commands.select({ line: at, column: 0 })
        else commands.selectLine(at, event.shiftKey)
      }}
    >
      {isNew ? '+' : at + 1}
    </div>
  )
}
