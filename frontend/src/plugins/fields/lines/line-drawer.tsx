/** One detail line over the whole screen of a phone: a labelled input per column, and the way to its neighbours. */
import { CopyOutlined, DeleteOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'

import { duplicateLines, removeLines, writeCells } from '@/core/forms/lines'
import { issueText } from '@/core/issues/issue-text'

import { FieldCell } from '../field-cell'
import { FieldFrame } from '../field-frame'
import { FieldInput } from '../field-input'
import cardStyles from './cards.module.css'
import type { LinesEditorProps } from './lines-editor-props'
import type { SheetColumn } from './sheet-columns'

interface LineDrawerProps extends LinesEditorProps {
  readonly columns: readonly SheetColumn[]
  readonly at: number
  readonly onMove: (at: number) => void
  readonly onClose: () => void
}

export function LineDrawer(props: LineDrawerProps) {
  const { columns, lines, at, isLocked, onClose } = props
  const { t } = useTranslation()
  return (
    <Drawer
      open
      size="100%"
      title={t('fields:lines.line', { line: at + 1 })}
      onClose={onClose}
      extra={<Neighbours {...props} />}
      footer={
        <div className={cardStyles['drawerFoot']}>
          {!isLocked && <LineActions {...props} />}
          <Button type="primary" onClick={onClose}>
            {t('fields:lines.done')}
          </Button>
        </div>
      }
    >
      <div className={cardStyles['drawerFields']}>
        {columns.map((column) => (
          <ColumnField key={`${lines[at]?.key}-${column.field.id}`} {...props} column={column} />
        ))}
      </div>
    </Drawer>
  )
}

function ColumnField({ column, lines, at, faults, isLocked, onChange }: LineDrawerProps & { readonly column: SheetColumn }) {
  const { t } = useTranslation()
  const { field, label, entry } = column
  const line = lines[at]
  const rejected = line?.rejected[field.name]
  const fault = rejected ? issueText(t, rejected.issue) : faults[line?.key ?? '']?.[field.name]
  const value = line?.values[field.name] ?? null
  const id = `line-${field.id}`
  return (
    <FieldFrame id={id} label={label} help={field.help} isRequired={field.required === true && !isLocked} fault={fault}>
      {(describedBy) =>
        entry === undefined ? (
          <FieldCell field={field} value={value} isFull />
        ) : (
          <FieldInput
            field={field}
            value={value}
            id={id}
            isInvalid={fault !== undefined}
            {...(describedBy !== undefined && { describedBy })}
            onChange={(next) => onChange(writeCells(lines, [{ at, field: field.name, value: next }]))}
          />
        )
      }
    </FieldFrame>
  )
}

function Neighbours({ lines, at, onMove }: LineDrawerProps) {
  const { t } = useTranslation()
  return (
    <>
      <Button type="text" icon={<LeftOutlined aria-hidden />} aria-label={t('fields:lines.previous')} disabled={at === 0} onClick={() => onMove(at - 1)} />
      <Button type="text" icon={<RightOutlined aria-hidden />} aria-label={t('fields:lines.next')} disabled={at >= lines.length - 1} onClick={() => onMove(at + 1)} />
    </>
  )
}

function LineActions({ lines, at, onChange, onMove, onClose }: LineDrawerProps) {
  const { t } = useTranslation()
  const remove = () => {
    onClose()
    onChange(removeLines(lines, at, at))
  }
  const duplicate = () => {
    onChange(duplicateLines(lines, at, at))
    onMove(at + 1)
  }
  return (
    <>
      <Button danger icon={<DeleteOutlined aria-hidden />} onClick={remove}>
        {t('fields:lines.remove')}
      </Button>
      <Button icon={<CopyOutlined aria-hidden />} onClick={duplicate}>
        {t('fields:lines.duplicate')}
      </Button>
    </>
  )
}
