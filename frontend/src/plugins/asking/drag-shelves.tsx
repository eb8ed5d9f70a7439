/** Dragging fields onto shelves and chips along them: by mouse, by touch, and with the keyboard from place to place. */
import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  pointerWithin,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type CollisionDetection,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Pill } from '@/core/query/field-tree'
import type { ShelfPlace } from '@/core/query/shelves'

import styles from './asking.module.css'

/** A field from the tree, or a chip from where it lies. */
export interface Dragged {
  readonly pill?: Pill | undefined
  readonly from?: Required<ShelfPlace> | undefined
  readonly name?: string
}

interface DragShelvesProps {
  readonly children: ReactNode
  readonly nameOf: (dragged: Dragged) => string
  readonly onDrop: (dragged: Dragged, place: ShelfPlace) => void
}

// A press is a click until the pointer has moved this far.
const POINTER = { activationConstraint: { distance: 5 } }
// Enter puts a field where it usually goes, so only the space bar picks it up.
const KEYS = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] }
const KEYBOARD = { keyboardCodes: KEYS, coordinateGetter: nextPlace }

/** What lies under the pointer, chips before their shelf; with the keyboard, which has none, the nearest place. */
const detect: CollisionDetection = (given) => {
  if (given.pointerCoordinates === null) return closestCenter(given)
  return pointerWithin(given).toSorted((one, other) => Number(isShelf(one.id)) - Number(isShelf(other.id)))
}

function isShelf(id: string | number): boolean {
  return !String(id).startsWith('chip ')
}

export function DragShelves({ children, nameOf, onDrop }: DragShelvesProps) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYBOARD))
  const end = ({ active, over }: DragEndEvent) => {
    setDragged(null)
    const place = placeOf(over?.data.current)
    if (place !== null) onDrop(draggedOf(active.data.current), place)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={detect}
      accessibility={{ announcements: useAnnouncements(nameOf), screenReaderInstructions: { draggable: t('explore:drag.instructions') } }}
      onDragStart={({ active }) => setDragged(draggedOf(active.data.current))}
      onDragEnd={end}
      onDragCancel={() => setDragged(null)}
    >
      {children}
      <DragOverlay dropAnimation={null}>{dragged && <span className={styles['dragged']}>{nameOf(dragged)}</span>}</DragOverlay>
    </DndContext>
  )
}

type Data = Record<string, unknown> | undefined

function draggedOf(data: Data): Dragged {
  return data ?? {}
}

export function placeOf(data: Data): ShelfPlace | null {
  return (data?.['place'] as ShelfPlace | undefined) ?? null
}

function useAnnouncements(nameOf: (dragged: Dragged) => string): Announcements {
  const { t } = useTranslation()
  const name = (data: Data) => nameOf(draggedOf(data))
  const shelf = (data: Data) => t(`explore:shelf.${placeOf(data)?.shelf ?? 'rows'}`)
  return {
    onDragStart: ({ active }) => t('explore:drag.start', { name: name(active.data.current) }),
    onDragOver: ({ active, over }) =>
      over === null ? t('explore:drag.nowhere') : t('explore:drag.over', { name: name(active.data.current), shelf: shelf(over.data.current) }),
    onDragEnd: ({ active, over }) =>
      over === null ? t('explore:drag.cancel') : t('explore:drag.end', { name: name(active.data.current), shelf: shelf(over.data.current) }),
    onDragCancel: () => t('explore:drag.cancel'),
  }
}

/** Arrow keys go from place to place, in the order they stand on the page. */
function nextPlace(event: KeyboardEvent, { context, currentCoordinates }: Parameters<KeyboardCoordinateGetter>[1]) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.code]
  if (step === undefined) return undefined
  event.preventDefault()
  const places = context.droppableContainers.getEnabled().flatMap(({ id }) => {
    const rect = context.droppableRects.get(id)
    return rect === undefined ? [] : [{ id, rect }]
  })
  const ordered = places.toSorted((one, other) => one.rect.top - other.rect.top || one.rect.left - other.rect.left)
  const at = ordered.findIndex(({ id }) => id === context.over?.id)
  const next = ordered[(at + step + ordered.length) % ordered.length]
  const size = context.collisionRect
  if (next === undefined || size === null) return currentCoordinates
  return { x: next.rect.left + next.rect.width / 2 - size.width / 2, y: next.rect.top + next.rect.height / 2 - size.height / 2 }
}
