/** A chip on a shelf: taken in hand, dragged along or away, renamed in place, set up by its menu, taken off. */
import { CloseOutlined, DownOutlined, EyeInvisibleOutlined } from '@ant-design/icons'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Dropdown, Input, Tooltip, type InputRef, type MenuProps } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { moved, takeOff, type Part, type ShelfPlace } from '@/core/query/shelves'

import { partKey, useAsking } from './asking-context'
import styles from './asking.module.css'

interface ChipProps {
  readonly place: Required<ShelfPlace>
  readonly part: Part
  readonly name: string
  /** What is written on it; the name where nothing else. */
  readonly words?: string
  /** Where its field is, in words. */
  readonly title?: string
  readonly items?: MenuProps['items']
  readonly isRefused?: boolean
  readonly isHidden?: boolean
  /** For parts that have a name of their own. */
  readonly onRename?: (name: string) => void
}

export function Chip({ place, part, name, words = name, title, items, isRefused = false, isHidden = false, onRename }: ChipProps) {
  const { t } = useTranslation()
  const asking = useAsking()
  const { selected, select, shelves, change, definition } = asking
  const [isRenaming, setRenaming] = useState(false)
  const key = partKey(place, part)
  const { setNodeRef: setDragged, attributes, listeners } = useDraggable({ id: `drag ${key}`, data: { from: place, name }, attributes: { roleDescription: t('explore:drag.role') } })
  const { setNodeRef: setPlace, isOver } = useDroppable({ id: `chip ${key}`, data: { place } })
  const remove = () => {
    change(takeOff(shelves, place))
    if (selected === key) select(null)
  }
  const step = (by: number) => {
    const at = (place.at ?? 0) + by
    if (at >= 0 && at < shelves[place.shelf].length) change(moved(definition.entities, shelves, place, { shelf: place.shelf, at: by > 0 ? at + 1 : at }))
  }
  const press = (event: KeyboardEvent) => {
    const done = keyOf(event, { remove, rename: onRename && (() => setRenaming(true)), step })
    if (!done) listeners?.['onKeyDown']?.(event)
  }
  if (isRenaming && onRename) return <Renaming name={name} onDone={(typed) => [setRenaming(false), typed !== null && onRename(typed)]} />
  return (
    <span ref={setPlace} className={styles['chip']} data-refused={isRefused} data-hidden={isHidden} data-selected={selected === key} data-before={isOver}>
      <Tooltip title={title} mouseEnterDelay={0.6}>
        <button
          ref={setDragged}
          type="button"
          className={styles['chipName']}
          {...attributes}
          {...listeners}
          aria-pressed={selected === key}
          onKeyDown={press}
          onClick={() => select(key)}
          onDoubleClick={() => onRename && setRenaming(true)}
        >
          {isHidden && <EyeInvisibleOutlined aria-label={t('explore:chip.hidden')} />} {words}
        </button>
      </Tooltip>
      {items !== undefined && items.length > 0 && (
        <Dropdown menu={{ items }} trigger={['click']}>
          <button type="button" className={styles['chipMenu']} aria-label={t('explore:chip.menu', { name })}>
            <DownOutlined aria-hidden />
          </button>
        </Dropdown>
      )}
      <button type="button" className={styles['chipRemove']} aria-label={t('explore:remove', { name })} onClick={remove}>
        <CloseOutlined aria-hidden />
      </button>
    </span>
  )
}

interface ChipKeys {
  readonly remove: () => void
  readonly rename: (() => void) | undefined
  readonly step: (by: number) => void
}

/** Delete takes off, F2 renames, Alt with an arrow moves along the shelf; answers whether the key was one of these. */
function keyOf(event: KeyboardEvent, { remove, rename, step }: ChipKeys): boolean {
  if (event.key === 'Delete' || event.key === 'Backspace') remove()
  else if (event.key === 'F2' && rename) rename()
  else if (event.altKey && event.key === 'ArrowLeft') step(-1)
  else if (event.altKey && event.key === 'ArrowRight') step(1)
  else return false
  event.preventDefault()
  return true
}

function Renaming({ name, onDone }: { readonly name: string; readonly onDone: (typed: string | null) => void }) {
  const { t } = useTranslation()
  const [typed, type] = useState(name)
  const input = useRef<InputRef>(null)
  useEffect(() => input.current?.focus({ cursor: 'all' }), [])
  const commit = () => onDone(typed.trim() === '' || typed === name ? null : typed.trim())
  return (
    <Input
      ref={input}
      size="small"
      className={styles['renaming'] ?? ''}
      aria-label={t('explore:chip.rename', { name })}
      value={typed}
      maxLength={100}
      onChange={({ target }) => type(target.value)}
      onBlur={commit}
      onPressEnter={commit}
      onKeyDown={({ key }) => key === 'Escape' && onDone(null)}
    />
  )
}
