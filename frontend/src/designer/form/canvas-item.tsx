/** One field on the canvas: chosen with a click, moved by its handle, widened by its edge, renamed where it stands. */
import { HolderOutlined } from '@ant-design/icons'
import { memo, useCallback, useRef, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'
import type { Field, FormItem } from '@/generated/metadata'

import { useDraggingPart } from '../canvas/drag-context'
import type { Dragging } from '../canvas/dragging'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import type { DesignIssue } from '../drafting/draft'
import styles from './form.module.css'
import { InlineLabel } from './inline-label'
import { ItemPreview } from './item-preview'
import { Marks } from './marks'
import { useCanvasActions, type Choosing } from './selection'
import { SpanHandle } from './span-handle'

interface CanvasItemProps {
  readonly item: FormItem
  readonly field: Field
  readonly section: string
  readonly index: number
  /** Its place in reading order. */
  readonly order: number
  readonly columns: number
  readonly isLast: boolean
  readonly isChosen: boolean
  readonly isRenaming: boolean
  readonly language: DocumentLanguage
  readonly issues: readonly DesignIssue[]
}

/** Drawn again only when something about this very field changes. */
export const CanvasItem = memo(function CanvasItem(props: CanvasItemProps) {
  const { item, field, section, index, order, columns, isLast, isChosen, language } = props
  const [drawnSpan, setDrawnSpan] = useState<number | null>(null)
  const { chooseField, setSpan } = useCanvasActions()
  const span = Math.min(drawnSpan ?? item.span ?? 1, columns)
  const isWide = span === columns
  const frame = useRef<HTMLDivElement | null>(null)
  const setDropRef = useDropPlace(`item:${field.id}`, { kind: 'item', section, index, order, isWide })
  const { setNodeRef, handle, isDragging } = useDragSource({ kind: 'field', field: field.id }, 'canvas')
  const mark = useDraggingPart((dragging) => markOf(dragging, section, index, isLast, isWide))
  const setRef = useCallback(
    (element: HTMLDivElement | null) => {
      frame.current = element
      setNodeRef(element)
      setDropRef(element)
    },
    [setNodeRef, setDropRef],
  )
  const onClick = (event: MouseEvent) => {
    event.stopPropagation()
    // Keys go on from here.
    frame.current?.querySelector<HTMLElement>('[data-id]')?.focus({ preventScroll: true })
    chooseField(field.id, choosingOf(event))
  }
  return (
    <div
      ref={setRef}
      role="presentation"
      data-field={field.name}
      className={styles['item']}
      data-chosen={isChosen}
      data-dragging={isDragging}
      data-mark={mark}
      style={{ gridColumn: `span ${span}` }}
      onClick={onClick}
    >
      <ItemHead {...props} handle={handle} />
      <ItemPreview field={field} language={language} />
      {columns > 1 && <SpanHandle frame={frame} span={span} columns={columns} onDraw={setDrawnSpan} onSet={(next) => setSpan(field.id, next)} />}
    </div>
  )
})

function ItemHead({ item, field, isChosen, isRenaming, language, issues, handle }: CanvasItemProps & { readonly handle: ReturnType<typeof useDragSource>['handle'] }) {
  const { t } = useTranslation()
  const { rename, setLabel } = useCanvasActions()
  const label = field.label[language] ?? Object.values(field.label)[0] ?? field.name
  const finish = (text: string | null) => {
    rename(null)
    if (text !== null) setLabel(field.id, text)
  }
  return (
    <div className={styles['itemHead']}>
      {isRenaming ? (
        <InlineLabel text={label} onDone={finish} />
      ) : (
        <button type="button" className={styles['itemLabel']} aria-pressed={isChosen} data-id={field.id} onDoubleClick={() => rename(field.id)}>
          {label}
          {field.required === true && <span className={styles['star']}>*</span>}
        </button>
      )}
      <Marks item={item} issues={issues} />
      <button type="button" {...handle} className={styles['handle']} aria-label={t('designer:item.move', { name: label })}>
        <HolderOutlined aria-hidden />
      </button>
    </div>
  )
}

export function choosingOf(event: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }): Choosing {
  if (event.shiftKey) return 'up-to'
  return event.ctrlKey || event.metaKey ? 'also' : 'alone'
}

/** Where the drop mark stands: beside the item in hand's reach, or after the last one at the end of the section. */
function markOf({ target }: Dragging, section: string, index: number, isLast: boolean, isWide: boolean): string | undefined {
  if (target === null || target.section !== section) return undefined
  const side = isWide ? 'row' : 'column'
  if (target.over === index) return `${target.index === index ? 'before' : 'after'}-${side}`
  return isLast && target.over === undefined && target.index === index + 1 ? `after-${side}` : undefined
}
