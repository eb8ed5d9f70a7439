/** What can be put on a way: searched by typing, chosen with arrows and Enter. */
import { SearchOutlined, SnippetsOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'

import { NODES } from '@/plugins/nodes/specs.generated'

import styles from './flow.module.css'
import type { StepKind } from './step-kinds'
import { useKinds } from './step-palette'

interface AddMenuProps {
  readonly anchor: HTMLElement
  /** Whether copied steps can be put here. */
  readonly canPaste: boolean
  readonly onAdd: (kind: StepKind) => void
  readonly onPaste: () => void
  readonly onClose: () => void
}

const SIZE = { width: 260, height: 380 }

export function AddMenu({ anchor, canPaste, onAdd, onPaste, onClose }: AddMenuProps) {
  const { t } = useTranslation()
  const id = useId()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<InputRef>(null)
  const frame = useRef<HTMLDivElement>(null)
  const groups = useKinds(search)
  const kinds = groups.flatMap((group) => group.kinds)
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const leave = ({ target }: PointerEvent) => {
      if (!frame.current?.contains(target as Node)) onClose()
    }
    window.addEventListener('pointerdown', leave, true)
    return () => window.removeEventListener('pointerdown', leave, true)
  }, [onClose])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((before) => Math.max(0, Math.min(kinds.length - 1, before + step)))
    const chosen = kinds[at]
    if (event.key === 'Enter' && chosen !== undefined && !event.nativeEvent.isComposing) onAdd(chosen)
    if (event.key === 'Escape') {
      onClose()
      anchor.focus()
    }
    if (step !== undefined || event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
    event.stopPropagation()
  }
  return createPortal(
    <div ref={frame} className={styles['menu']} style={placeBy(anchor)} onKeyDown={onKeyDown} role="presentation">
      <Input
        ref={input}
        size="small"
        prefix={<SearchOutlined aria-hidden />}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={`${id}-${kinds[at] ?? ''}`}
        aria-label={t('flowdesign:add.title')}
        placeholder={t('flowdesign:search')}
        value={search}
        onChange={({ target }) => {
          setSearch(target.value)
          setAt(0)
        }}
      />
      <div id={id} role="listbox" aria-label={t('flowdesign:add.title')} className={styles['menuList']}>
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={t(`flowdesign:group.${group.key}`)}>
            <p className={styles['menuGroup']} aria-hidden>
              {t(`flowdesign:group.${group.key}`)}
            </p>
            {group.kinds.map((kind) => (
              <Item key={kind} id={`${id}-${kind}`} kind={kind} isActive={kinds[at] === kind} onAdd={() => onAdd(kind)} />
            ))}
          </div>
        ))}
      </div>
      {canPaste && (
        <button type="button" className={styles['menuItem']} onClick={onPaste}>
          <SnippetsOutlined aria-hidden /> {t('flowdesign:paste')}
        </button>
      )}
    </div>,
    // Below the root of the app, whose letters and colours it has.
    document.querySelector('.app-root') ?? document.body,
  )
}

interface ItemProps {
  readonly id: string
  readonly kind: StepKind
  readonly isActive: boolean
  readonly onAdd: () => void
}

function Item({ id, kind, isActive, onAdd }: ItemProps) {
  const { t } = useTranslation()
  const row = useRef<HTMLDivElement>(null)
  const Drawn = NODES[kind].icon
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <div ref={row} id={id} role="option" aria-selected={isActive} className={styles['menuItem']} data-active={isActive} onClick={onAdd} onKeyDown={() => undefined} tabIndex={-1}>
      <Drawn aria-hidden />
      <span>
        {t(`flows:node.${kind}`)}
        <small>{t(`flowdesign:hint.${kind}`)}</small>
      </span>
    </div>
  )
}

/** Beside what it belongs to, and always on the screen. */
function placeBy(anchor: HTMLElement) {
  const box = anchor.getBoundingClientRect()
  const left = box.right + 8 + SIZE.width > window.innerWidth ? box.left - 8 - SIZE.width : box.right + 8
  return { left: Math.max(8, left), top: Math.max(8, Math.min(box.top - 8, window.innerHeight - SIZE.height - 8)), ...SIZE }
}
