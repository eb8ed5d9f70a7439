/** What can be done with whole lines, by mouse; the same keys work in the sheet. */
import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { FormLine } from '@/core/forms/entry'
import { duplicateLines, insertLines } from '@/core/forms/lines'
import { areaOf, type Selection } from '@/core/forms/selection'

import styles from './sheet.module.css'
import type { SheetCommands } from './use-sheet'

interface SheetToolbarProps {
  readonly lines: readonly FormLine[]
  readonly selection: Selection | null
  readonly commands: SheetCommands
  readonly onChange: (lines: readonly FormLine[]) => void
}

export function SheetToolbar({ lines, selection, commands, onChange }: SheetToolbarProps) {
  const { t } = useTranslation()
  const area = selection && areaOf(selection)
  const hasLines = area !== null && area.top < lines.length
  const bottom = area ? Math.min(area.bottom, lines.length - 1) : -1
  const add = () => {
    onChange(insertLines(lines, bottom + 1 || lines.length))
    commands.select({ line: bottom + 1 || lines.length, column: 0 })
  }
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('fields:lines.actions')}>
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('fields:lines.add')}
      </Button>
      <LineButton name={t('fields:lines.duplicate')} icon={<CopyOutlined aria-hidden />} isOff={!hasLines} onClick={() => area && onChange(duplicateLines(lines, area.top, bottom))} />
      <LineButton name={t('fields:lines.up')} icon={<ArrowUpOutlined aria-hidden />} isOff={!hasLines} onClick={() => commands.take({ kind: 'move-lines', step: -1 })} />
      <LineButton name={t('fields:lines.down')} icon={<ArrowDownOutlined aria-hidden />} isOff={!hasLines} onClick={() => commands.take({ kind: 'move-lines', step: 1 })} />
      <LineButton name={t('fields:lines.remove')} icon={<DeleteOutlined aria-hidden />} isOff={!hasLines} onClick={() => commands.take({ kind: 'remove-lines' })} />
    </div>
  )
}

interface LineButtonProps {
  readonly name: string
  readonly icon: ReactNode
  readonly isOff: boolean
  readonly onClick: () => void
}

function LineButton({ name, icon, isOff, onClick }: LineButtonProps) {
  return (
    <Tooltip title={name}>
      <Button size="small" type="text" icon={icon} aria-label={name} disabled={isOff} onClick={onClick} />
    </Tooltip>
  )
}
