/** The fields one may ask about, as a tree; each can be dragged, or put where it usually goes by choosing it. */
import { CaretDownOutlined, CaretRightOutlined, FieldNumberOutlined, FontSizeOutlined, CalendarOutlined, LinkOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import { fieldTree, isDate, type Pill, type TreeNode } from '@/core/query/field-tree'
import type { Entity } from '@/generated/metadata'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './explore.module.css'

interface FieldPanelProps {
  readonly entities: readonly Entity[]
  readonly onChoose: (pill: Pill) => void
}

export function FieldPanel({ entities, onChoose }: FieldPanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const tree = fieldTree(entities).filter((node) => isFound(node, search, locale))
  return (
    <aside className={styles['fields']} aria-label={t('explore:fields')}>
      <Input allowClear value={search} placeholder={t('explore:fields.search')} aria-label={t('explore:fields.search')} onChange={({ target }) => setSearch(target.value)} />
      <ul className={styles['tree']}>
        {tree.map((node) => (
          <Branch key={node.key} node={node} search={search} onChoose={onChoose} />
        ))}
      </ul>
    </aside>
  )
}

/** An entity is found by its own name or by those of its fields. */
function isFound(node: TreeNode, search: string, locale: Locale): boolean {
  return search === '' || isNamed(node, search, locale) || node.open().some((child) => isNamed(child, search, locale))
}

function isNamed(node: TreeNode, search: string, locale: Locale): boolean {
  return nodeName(node, locale).toLowerCase().includes(search.toLowerCase())
}

function nodeName({ field, entity }: TreeNode, locale: Locale): string {
  return field === null ? text(entity.label, locale, entity.name) : text(field.label, locale, field.name)
}

interface BranchProps {
  readonly node: TreeNode
  readonly search: string
  readonly onChoose: (pill: Pill) => void
}

function Branch({ node, search, onChoose }: BranchProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [isOpened, setOpened] = useState(false)
  const name = nodeName(node, locale)
  const isBranch = node.kind !== 'field'
  const isOpen = isOpened || (search !== '' && node.kind === 'entity')
  const children = isOpen ? node.open() : []
  const shown = search === '' || node.kind !== 'entity' || isNamed(node, search, locale) ? children : children.filter((child) => isNamed(child, search, locale))
  return (
    <li>
      <div className={styles['node']}>
        {isBranch ? (
          <button type="button" className={styles['fold']} aria-expanded={isOpen} aria-label={t(isOpen ? 'explore:fields.close' : 'explore:fields.open', { name })} onClick={() => setOpened(!isOpen)}>
            {isOpen ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          </button>
        ) : (
          <span className={styles['fold']} />
        )}
        {node.pill !== null && <Draggable node={node} pill={node.pill} name={name} onChoose={onChoose} />}
      </div>
      {isOpen && (
        <ul className={styles['tree']}>
          {shown.map((child) => (
            <Branch key={child.key} node={child} search={node.kind === 'entity' ? '' : search} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </li>
  )
}

interface DraggableProps {
  readonly node: TreeNode
  readonly pill: Pill
  readonly name: string
  readonly onChoose: (pill: Pill) => void
}

function Draggable({ node, pill, name, onChoose }: DraggableProps) {
  const { t } = useTranslation()
  const { setNodeRef, listeners, attributes } = useDraggable({
    id: node.key,
    data: { pill },
    attributes: { roleDescription: t('explore:drag.role') },
  })
  const words = pill.field === null ? t('explore:count', { name }) : name
  return (
    <button ref={setNodeRef} type="button" className={styles['field']} data-use={pill.use} {...attributes} {...listeners} onClick={() => onChoose(pill)}>
      <NodeIcon node={node} />
      <span>{node.kind === 'field' || node.kind === 'link' ? name : words}</span>
    </button>
  )
}

function NodeIcon({ node }: { readonly node: TreeNode }) {
  if (node.kind === 'entity') return <Icon name={node.entity.icon} />
  if (node.kind === 'link') return <LinkOutlined aria-hidden />
  if (node.pill?.use === 'measure') return <FieldNumberOutlined aria-hidden />
  return isDate(node.field) ? <CalendarOutlined aria-hidden /> : <FontSizeOutlined aria-hidden />
}
