/** Detail lines as a sheet: keyboard, mouse and clipboard as in a spreadsheet, totals below, reasons of marked cells spelled out. */
import { Spin } from 'antd'
import { useId, useMemo, type ClipboardEvent, type CSSProperties, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { FormLine } from '@/core/forms/entry'
import { areaOf, type Selection } from '@/core/forms/selection'
import { issueText } from '@/core/issues/issue-text'

import type { LinesEditorProps } from './lines-editor-props'
import { sheetTracks, type SheetColumn } from './sheet-columns'
import { sheetStep } from './sheet-keys'
import { SheetRow } from './sheet-row'
import { SheetToolbar } from './sheet-toolbar'
import { SheetTotals } from './sheet-totals'
import styles from './sheet.module.css'
import { usePasteReport } from './use-paste-report'
import { useSheet, type SheetCommands } from './use-sheet'

interface SheetProps extends LinesEditorProps {
  readonly columns: readonly SheetColumn[]
}

export function Sheet({ id, columns, lines, faults, isLocked, label, onChange, onHistory }: SheetProps) {
  const { t } = useTranslation()
  const statusId = useId()
  const onPasted = usePasteReport()
  const { selection, editing, isPasting, extent, commands } = useSheet({ lines, columns, isLocked, onChange, onHistory, onPasted })
  const tracks = useMemo(() => ({ '--tracks': sheetTracks(columns) }) as CSSProperties, [columns])
  const area = selection && areaOf(selection)
  return (
    <div id={id} className={styles['frame']}>
      <Spin spinning={isPasting} description={t('fields:lines.pasting')}>
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={extent.lines + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          className={styles['sheet']}
          style={tracks}
          tabIndex={selection ? -1 : 0}
          onFocus={(event) => event.target === event.currentTarget && !selection && commands.select({ line: 0, column: 0 })}
          onKeyDown={(event) => pressKey(event, commands)}
          onCopy={(event) => copyCells(event, commands)}
          onCut={(event) => copyCells(event, commands) && commands.take({ kind: 'clear' })}
          onPaste={(event) => pasteCells(event, commands)}
        >
          <SheetHead columns={columns} />
          {Array.from({ length: extent.lines }, (_, at) => (
            <SheetRow
              key={lines[at]?.key ?? 'new'}
              line={lines[at]}
              at={at}
              columns={columns}
              activeColumn={selection?.active.line === at ? selection.active.column : -1}
              left={area && at >= area.top && at <= area.bottom ? area.left : -1}
              right={area && at >= area.top && at <= area.bottom ? area.right : -1}
              editing={selection?.active.line === at ? editing : null}
              faults={faults[lines[at]?.key ?? '']}
              statusId={statusId}
              commands={commands}
            />
          ))}
          <SheetTotals columns={columns} lines={lines} />
        </div>
      </Spin>
      <div className={styles['foot']}>
        {!isLocked && <SheetToolbar lines={lines} selection={selection} commands={commands} onChange={onChange} />}
        <CellStatus id={statusId} selection={selection} columns={columns} lines={lines} faults={faults} />
      </div>
    </div>
  )
}

function SheetHead({ columns }: { readonly columns: readonly SheetColumn[] }) {
  const { t } = useTranslation()
  return (
    <div role="row" aria-rowindex={1} className={`${styles['row']} ${styles['head']}`}>
      <div role="columnheader" aria-colindex={1} className={styles['rowHead']}>
        <span className="visually-hidden">{t('fields:lines.number')}</span>
      </div>
      {columns.map(({ field, label, spec, entry }, position) => (
        <div
          key={field.id}
          role="columnheader"
          aria-colindex={position + 2}
          className={spec.align === 'end' ? `${styles['headCell']} ${styles['atEnd']}` : styles['headCell']}
          title={label}
        >
          {label}
          {field.required === true && entry !== undefined && (
            <span className={styles['required']} aria-hidden>
              *
            </span>
          )}
        </div>
      ))}
    </div>
  )
}

interface CellStatusProps {
  readonly id: string
  readonly selection: Selection | null
  readonly columns: readonly SheetColumn[]
  readonly lines: readonly FormLine[]
  readonly faults: LinesEditorProps['faults']
}

/** The reason why the active cell is marked. */
function CellStatus({ id, selection, columns, lines, faults }: CellStatusProps) {
  const { t } = useTranslation()
  const line = selection ? lines[selection.active.line] : undefined
  const name = selection ? (columns[selection.active.column]?.field.name ?? '') : ''
  const rejected = line?.rejected[name]
  const reason = rejected ? issueText(t, rejected.issue) : line && faults[line.key]?.[name]
  return (
    <p id={id} className={styles['status']} aria-live="polite">
      {reason}
    </p>
  )
}

function pressKey(event: KeyboardEvent, commands: SheetCommands): void {
  if (event.nativeEvent.isComposing) return
  const step = sheetStep(event)
  if (step && commands.take(step)) event.preventDefault()
}

function copyCells(event: ClipboardEvent, commands: SheetCommands): boolean {
  if (isEditing(event)) return false
  event.preventDefault()
  event.clipboardData.setData('text/plain', commands.copy())
  return true
}

function pasteCells(event: ClipboardEvent, commands: SheetCommands): void {
  if (isEditing(event)) return
  event.preventDefault()
  commands.paste(event.clipboardData.getData('text/plain'))
}

/** Inside an open editor the clipboard belongs to the text. */
function isEditing(event: ClipboardEvent): boolean {
  const { target } = event
  return target instanceof HTMLInputElement || (target instanceof HTMLTextAreaElement && target.value !== '')
}
