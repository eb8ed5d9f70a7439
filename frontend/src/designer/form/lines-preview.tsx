/** Detail lines on the canvas, edited in place: columns are dropped, dragged, renamed and chosen in their heads. */
import { PlusOutlined } from '@ant-design/icons'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'
import type { Field } from '@/generated/metadata'

import { useDraggingPart } from '../canvas/drag-context'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import styles from './form.module.css'
import { InlineLabel } from './inline-label'
import { PendingColumn } from './pending-column'
import { isChosen, useCanvas, useCanvasActions } from './selection'

interface LinesPreviewProps {
  readonly field: Extract<Field, { type: 'lines' }>
  readonly language: DocumentLanguage
}

export function LinesPreview({ field, language }: LinesPreviewProps) {
  const { t } = useTranslation()
  const columns = field.options.fields
  const setEndRef = useDropPlace(`columns:${field.id}`, { kind: 'column', lines: field.id, index: columns.length, order: columns.length, isEnd: true })
  const isEnd = useDraggingPart(({ target }) => target?.lines === field.id && target.over === columns.length)
  return (
    <div className={styles['linesFrame']}>
      <div className={styles['lines']} style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(88px, 1fr)) minmax(40px, auto)` }}>
        {columns.map((column, index) => (
          <ColumnHead key={column.id} lines={field.id} column={column} index={index} language={language} />
        ))}
        <div ref={setEndRef} className={styles['lineEnd']} data-target={isEnd}>
          <PendingColumn lines={field.id} isEmpty={columns.length === 0} />
        </div>
        {columns.map(({ id }) => (
          <span key={id} className={styles['lineCell']} />
        ))}
        <span className={styles['lineCell']} />
      </div>
      <span className={styles['lineAdd']} aria-hidden>
        <PlusOutlined aria-hidden /> {t('designer:lines.add')}
      </span>
    </div>
  )
}

interface ColumnHeadProps {
  readonly lines: string
  readonly column: Field
  readonly index: number
  readonly language: DocumentLanguage
}

function ColumnHead({ lines, column, index, language }: ColumnHeadProps) {
  const { chosen, renaming } = useCanvas()
  const { choose, rename, setLabel } = useCanvasActions()
  const setDropRef = useDropPlace(`column:${column.id}`, { kind: 'column', lines, index, order: index })
  const { setNodeRef, handle, isDragging } = useDragSource({ kind: 'column', lines, field: column.id }, 'canvas')
  const mark = useDraggingPart(({ target }) => (target?.lines === lines && target.over === index ? (target.index === index ? 'before' : 'after') : undefined))
  const setRef = useCallback(
    (element: HTMLElement | null) => {
      setNodeRef(element)
      setDropRef(element)
    },
    [setNodeRef, setDropRef],
  )
  const label = column.label[language] ?? Object.values(column.label)[0] ?? column.name
  const finish = (text: string | null) => {
    rename(null)
    if (text !== null) setLabel(column.id, text)
  }
  if (renaming === column.id) {
    return (
      <div className={styles['lineHead']}>
        <InlineLabel text={label} onDone={finish} />
      </div>
    )
  }
  return (
    <button
      ref={setRef}
      type="button"
      {...handle}
      aria-pressed={isChosen(chosen, 'field', column.id)}
      className={styles['lineHead']}
      data-column={column.name}
      data-id={column.id}
      data-chosen={isChosen(chosen, 'field', column.id)}
      data-dragging={isDragging}
      data-marked={mark}
      onDoubleClick={() => rename(column.id)}
      onClick={(event) => {
        event.stopPropagation()
        choose({ kind: 'field', id: column.id })
      }}
    >
      {label}
      {column.required === true && <span className={styles['star']}>*</span>}
    </button>
  )
}
