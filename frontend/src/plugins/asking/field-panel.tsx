/** The fields one may ask about, as a tree; each can be dragged, or put where it usually goes by choosing it. */
import { CaretDownOutlined, CaretRightOutlined, FieldNumberOutlined, FontSizeOutlined, CalendarOutlined, LinkOutlined, RollbackOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import { Input, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import { fieldTree, isDate, type Pill, type TreeNode } from '@/core/query/field-tree'
import { put, usualShelf } from '@/core/query/shelves'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import { placeWords } from '../reporting/query-words'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { useWording } from './chips'

export function FieldPanel() {
  const { t } = useTranslation()
  const { offered: entities, shelves, change } = useAsking()
  const onChoose = (pill: Pill) => change(put(shelves, { shelf: usualShelf(shelves, pill) }, pill))
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const tree = fieldTree(entities).filter((node) => isFound(node, search, locale))
  return (
    <aside className={styles['fields']} aria-label={t('explore:fields')}>
      <Input allowClear value={search} placeholder={t('explore:fields.search')} aria-label={t('explore:fields.search')} onChange={({ target }) => setSearch(target.value)} />
      <ul className={styles['tree']}>
        {tree.map((node) => (
          <Branch key={node.key} node={node} search={search} isAlone={tree.length === 1} onChoose={onChoose} />
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

function nodeName({ kind, field, entity }: TreeNode, locale: Locale): string {
  if (kind === 'back') return text(entity.label, locale, entity.name)
  return field === null ? text(entity.label, locale, entity.name) : text(field.label, locale, field.name)
}

interface BranchProps {
  readonly node: TreeNode
  readonly search: string
  /** The only one is open from the start. */
  readonly isAlone?: boolean
  readonly onChoose: (pill: Pill) => void
}

function Branch({ node, search, isAlone = false, onChoose }: BranchProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [isOpened, setOpened] = useState(isAlone)
  const name = node.kind === 'system' ? t('explore:fields.system') : node.kind === 'back' ? t('explore:fields.back', { entity: nodeName(node, locale) }) : nodeName(node, locale)
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
        {node.kind === 'system' && <span className={styles['system']}>{name}</span>}
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
  const words = pill.field === null && node.kind !== 'back' ? t('explore:count', { name }) : name
  return (
    <Tooltip title={useHint(node, pill)} placement="right" mouseEnterDelay={0.9}>
      <button ref={setNodeRef} type="button" className={styles['field']} data-use={pill.use} {...attributes} {...listeners} onClick={() => onChoose(pill)}>
        <NodeIcon node={node} />
        <span>{words}</span>
      </button>
    </Tooltip>
  )
}

/** Where a field is and what dragging it gives, in words. */
function useHint(node: TreeNode, pill: Pill): string {
  const { t } = useTranslation()
  const wording = useWording()
  const { locale } = wording
  if (node.kind === 'back') return t('explore:hint.back', { entity: text(node.entity.label, locale), link: text(node.field?.label, locale) })
  const place = placeWords({ ...pill.route, ...(pill.field === null ? { field: undefined } : {}) } as Parameters<typeof placeWords>[0], wording)
  if (pill.field === null) return t('explore:hint.count', { place })
  const use = t(`explore:hint.${pill.use}`)
  const isFar = (pill.route.path ?? []).length > 0
  return `${place}${isFar ? ` · ${t('explore:hint.linked')}` : ''} · ${use}`
}

function NodeIcon({ node }: { readonly node: TreeNode }) {
  if (node.kind === 'entity') return <Icon name={node.entity.icon} />
  if (node.kind === 'link') return <LinkOutlined aria-hidden />
  if (node.kind === 'back') return <RollbackOutlined aria-hidden />
  if (node.pill?.use === 'measure') return <FieldNumberOutlined aria-hidden />
  return isDate(node.field) ? <CalendarOutlined aria-hidden /> : <FontSizeOutlined aria-hidden />
}
