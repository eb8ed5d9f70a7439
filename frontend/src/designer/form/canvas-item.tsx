/** One field on the canvas: chosen with a click, moved by its handle, taken off with Delete. */
import { EyeInvisibleOutlined, HolderOutlined, LockOutlined, WarningFilled } from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, Form, FormItem, Section } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDragging } from '../canvas/drag-context'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import { fieldIn, issuesAt, say, type DesignIssue } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { fieldPlace } from '../inspector/field-place'
import styles from './form.module.css'
import { ItemPreview } from './item-preview'
import { isChosen, useCanvas } from './selection'

interface CanvasItemProps {
  readonly form: Form
  readonly entity: Entity
  readonly section: Section
  readonly item: FormItem
  readonly index: number
}

// Sections have room for this many items in reading order.
const ROOM = 1000

export function CanvasItem({ form, entity, section, item, index }: CanvasItemProps) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const { chosen, choose, language, isPhone } = useCanvas()
  const columns = isPhone ? 1 : (form.columns ?? 2)
  const span = Math.min(item.span ?? 1, columns)
  const at = form.layout.indexOf(section)
  const place = { kind: 'item', section: section.id, index, order: at * ROOM + index, isWide: span === columns } as const
  const setDropRef = useDropPlace(`item:${item.field}`, place)
  const { setNodeRef, setActivatorNodeRef, handle, isDragging } = useDragSource({ kind: 'field', field: item.field }, 'canvas')
  const mark = useMark(section.id, index, section.items.length, place.isWide)
  const field = fieldIn(entity, item.field)
  if (field === undefined) return null
  const label = field.label[language] ?? Object.values(field.label)[0] ?? field.name
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete') void edit('remove_form_item', { form: form.id, field: field.id })
  }
  return (
    <div
      ref={(element) => {
        setNodeRef(element)
        setDropRef(element)
      }}
      role="presentation"
      data-field={field.name}
      className={styles['item']}
      data-chosen={isChosen(chosen, 'field', field.id)}
      data-dragging={isDragging}
      data-mark={mark}
      style={{ gridColumn: `span ${span}` }}
      onClick={(event) => {
        event.stopPropagation()
        choose({ kind: 'field', id: field.id })
      }}
    >
      <div className={styles['itemHead']}>
        <button type="button" className={styles['itemLabel']} aria-pressed={isChosen(chosen, 'field', field.id)} onKeyDown={onKeyDown}>
          {label}
          {field.required === true && <span className={styles['star']}>*</span>}
        </button>
        <Marks item={item} entity={entity} form={form} place={['layout', at, 'items', index]} />
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...handle}
          className={styles['handle']}
          aria-label={t('designer:item.move', { name: label })}
        >
          <HolderOutlined aria-hidden />
        </button>
      </div>
      <ItemPreview field={field} language={language} />
    </div>
  )
}

/** Where the drop mark stands: before this item, or after it when it is the last one. */
function useMark(section: string, index: number, count: number, isWide: boolean): string | undefined {
  const { target } = useDragging()
  if (target === null || target.section !== section) return undefined
  const side = isWide ? 'row' : 'column'
  if (target.index === index) return `before-${side}`
  return index === count - 1 && target.index === count ? `after-${side}` : undefined
}

interface MarksProps {
  readonly item: FormItem
  readonly entity: Entity
  readonly form: Form
  readonly place: readonly (string | number)[]
}

/** Small signs of behaviour and of findings. */
function Marks({ item, entity, form, place }: MarksProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const issues = [
    ...issuesAt(draft, `forms/${form.name}.json`, place),
    ...issuesAt(draft, `entities/${entity.name}.json`, fieldPlace(entity, item.field)),
  ]
  return (
    <span className={styles['marks']}>
      {item.show !== undefined && (
        <Tooltip title={`${t('designer:item.show')}: ${item.show}`}>
          <EyeInvisibleOutlined aria-label={t('designer:item.show')} />
        </Tooltip>
      )}
      {item.lock !== undefined && (
        <Tooltip title={`${t('designer:item.lock')}: ${item.lock}`}>
          <LockOutlined aria-label={t('designer:item.lock')} />
        </Tooltip>
      )}
      {issues.length > 0 && <IssueMark issues={issues} />}
    </span>
  )
}

export function IssueMark({ issues }: { readonly issues: readonly DesignIssue[] }) {
  const locale = useLocale()
  const sentences = issues.map(({ words }) => say(words, locale)).join(' ')
  const isError = issues.some(({ severity }) => severity === 'error')
  return (
    <Tooltip title={sentences}>
      <WarningFilled className={styles['issueMark'] ?? ''} data-severity={isError ? 'error' : 'warning'} aria-label={sentences} />
    </Tooltip>
  )
}
