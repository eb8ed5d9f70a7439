/** The navigation as a tree: items are chosen, dragged, stepped with Alt and arrows, taken out with Delete. */
import { FolderOutlined, HolderOutlined } from '@ant-design/icons'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { NavigationItem } from '@/generated/metadata'
import { EmptyState } from '@/ui/feedback/empty-state'
import { Icon } from '@/ui/icon'

import { useDragging } from '../canvas/drag-context'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import { useNavigation } from './navigation-context'
import { editForStep, isGroup, targetOf, wayText, type Step, type Way } from './navigation-tree'
import styles from './navigation.module.css'
import { useRemoving } from './use-removing'

const STEPS: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
// Groups are as deep as anybody can still find their way in; each depth has room for this many items in reading order.
const ROOM = 1000

export function Tree() {
  const { t } = useTranslation()
  const { items } = useNavigation()
  return (
    <>
      {items.length === 0 && <EmptyState title={t('viewdesign:navigation.empty')} hint={t('viewdesign:navigation.empty.hint')} />}
      <Items items={items} parent={[]} order={0} />
    </>
  )
}

function Items({ items, parent, order }: { readonly items: readonly NavigationItem[]; readonly parent: Way; readonly order: number }) {
  const share = ROOM ** -parent.length
  return (
    <ul className={styles['items']}>
      {items.map((item, index) => {
        const at = [...parent, index]
        return <TreeItem key={targetOf(item)?.id ?? wayText(at)} item={item} at={at} order={order + index * share} isLast={index === items.length - 1} />
      })}
      <Rest parent={parent} count={items.length} order={order + items.length * share} />
    </ul>
  )
}

interface TreeItemProps {
  readonly item: NavigationItem
  readonly at: Way
  readonly order: number
  readonly isLast: boolean
}

function TreeItem({ item, at, order, isLast }: TreeItemProps) {
  const { t } = useTranslation()
  const { items, targets, chosen, choose, wordsOf, carryOut } = useNavigation()
  const remove = useRemoving()
  const parent = wayText(at.slice(0, -1))
  const index = at.at(-1) ?? 0
  const setDropRef = useDropPlace(`item:${wayText(at)}`, { kind: 'item', section: parent, index, order, isWide: true })
  const { setNodeRef, setActivatorNodeRef, handle, isDragging } = useDragSource({ kind: 'field', field: `at:${wayText(at)}` }, 'tree')
  const words = wordsOf(item)
  const target = targetOf(item)
  const isChosen = chosen !== null && wayText(chosen) === wayText(at)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete') remove(item, at)
    const step = STEPS[event.key]
    if (step === undefined || !event.altKey) return
    event.preventDefault()
    carryOut(editForStep(items, at, step))
  }
  return (
    <li data-dragging={isDragging} className={styles['branch']}>
      <div
        ref={(element) => {
          setNodeRef(element)
          setDropRef(element)
        }}
        className={styles['item']}
        data-chosen={isChosen}
        data-mark={useMark(parent, index, isLast)}
      >
        <button type="button" className={styles['itemLabel']} aria-pressed={isChosen} title={t('viewdesign:navigation.keys')} onClick={() => choose(at)} onKeyDown={onKeyDown}>
          {isGroup(item) && item.icon === undefined ? <FolderOutlined aria-hidden /> : <Icon name={item.icon ?? (target && targets.get(target.id)?.icon)} />}
          <span data-group={isGroup(item)}>{words}</span>
        </button>
        <button type="button" ref={setActivatorNodeRef} {...handle} className={styles['handle']} aria-label={t('viewdesign:navigation.move', { name: words })}>
          <HolderOutlined aria-hidden />
        </button>
      </div>
      {isGroup(item) && <Items items={item.items ?? []} parent={at} order={order + ROOM ** -at.length} />}
    </li>
  )
}

/** The room after the last item; in an empty group it invites. */
function Rest({ parent, count, order }: { readonly parent: Way; readonly count: number; readonly order: number }) {
  const { t } = useTranslation()
  const { target } = useDragging()
  const section = wayText(parent)
  const setRef = useDropPlace(`end:${section}`, { kind: 'end', section, index: count, order })
  return (
    <li ref={setRef} className={styles['rest']} data-empty={count === 0} data-target={target?.section === section && target.index === count}>
      {count === 0 && parent.length > 0 ? t('viewdesign:navigation.dropHere') : null}
    </li>
  )
}

/** Where the drop mark stands: above this item, or below it when it is the last one. */
function useMark(parent: string, index: number, isLast: boolean): string | undefined {
  const { target } = useDragging()
  if (target === null || target.section !== parent) return undefined
  if (target.index === index) return 'before'
  return isLast && target.index === index + 1 ? 'after' : undefined
}
