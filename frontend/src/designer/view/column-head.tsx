/** A column on the canvas: chosen with a click, moved by dragging or Alt with arrows, taken off with Delete, wider at its edge. */
import { HolderOutlined, WarningFilled } from '@ant-design/icons'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Column, Field } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDragging } from '../canvas/drag-context'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import { issuesAt, say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { LEAST_WIDTH, nudged, withWidth } from './column-edits'
import { useView } from './view-context'
import styles from './view.module.css'

export const COLUMNS = 'columns'

interface ColumnHeadProps {
  readonly column: Column
  readonly field: Field | undefined
  readonly index: number
  /** Its width on the canvas where it can be changed. */
  readonly width?: number
  readonly onWidth?: (width: number | null) => void
}

export function ColumnHead({ column, field, index, width, onWidth }: ColumnHeadProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { view, chosen, choose, setColumns, remove } = useView()
  const setDropRef = useDropPlace(`column:${column.field}`, { kind: 'item', section: COLUMNS, index, order: index, isWide: false })
  const { setNodeRef, setActivatorNodeRef, handle, isDragging } = useDragSource({ kind: 'field', field: column.field }, 'canvas')
  const label = text(field?.label, locale, column.field)
  const isChosen = chosen === column.field
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) head.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [isChosen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete') remove(column.field)
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    const columns = nudged(view.columns, column.field, event.key === 'ArrowLeft' ? -1 : 1)
    if (columns !== null) setColumns(columns)
  }
  return (
    <div
      ref={(element) => {
        setNodeRef(element)
        setDropRef(element)
        head.current = element
      }}
      className={styles['head']}
      data-chosen={isChosen}
      data-dragging={isDragging}
      data-mark={useMark(index, view.columns.length)}
    >
      <button type="button" className={styles['headLabel']} aria-pressed={isChosen} onClick={() => choose(column.field)} onKeyDown={onKeyDown} title={t('viewdesign:column.keys')}>
        {label}
      </button>
      <Faults index={index} />
      <button type="button" ref={setActivatorNodeRef} {...handle} className={styles['headHandle']} aria-label={t('viewdesign:column.move', { name: label })}>
        <HolderOutlined aria-hidden />
      </button>
      {width !== undefined && onWidth !== undefined && <Edge field={column.field} width={width} onWidth={onWidth} />}
    </div>
  )
}

function Faults({ index }: { readonly index: number }) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const { view } = useView()
  const issues = issuesAt(draft, `views/${view.name}.json`, ['columns', index])
  if (issues.length === 0) return null
  const sentences = issues.map(({ words }) => say(words, locale)).join('\n')
  return <WarningFilled className={styles['fault'] ?? ''} title={sentences} aria-label={sentences} />
}

/** The right edge: dragged by mouse; by keyboard the width is set on the right. */
function Edge({ field, width, onWidth }: { readonly field: string; readonly width: number; readonly onWidth: (width: number | null) => void }) {
  const { view, setColumns } = useView()
  const from = useRef<number | null>(null)
  const [now, setNow] = useState<number | null>(null)
  const start = (event: PointerEvent) => {
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = event.clientX
  }
  const move = (event: PointerEvent) => {
    if (from.current === null) return
    const next = Math.max(LEAST_WIDTH, width + event.clientX - from.current)
    from.current = event.clientX
    setNow(next)
    onWidth(next)
  }
  const end = () => {
    from.current = null
    if (now !== null) setColumns(withWidth(view.columns, field, now))
    setNow(null)
    onWidth(null)
  }
  return <span className={styles['edge']} aria-hidden onPointerDown={start} onPointerMove={move} onPointerUp={end} onPointerCancel={end} />
}

/** Where the drop mark stands: before this column, or after it when it is the last one. */
function useMark(index: number, count: number): string | undefined {
  const { target } = useDragging()
  if (target === null || target.section !== COLUMNS) return undefined
  if (target.index === index) return 'before'
  return index === count - 1 && target.index === count ? 'after' : undefined
}
