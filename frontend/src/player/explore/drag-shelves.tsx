/** Dragging fields onto shelves: by mouse, by touch, and with the keyboard from shelf to shelf; said to screen readers. */
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
import type { ShelfName } from '@/core/query/shelves'

import styles from './explore.module.css'

interface DragShelvesProps {
  readonly children: ReactNode
  readonly nameOf: (pill: Pill) => string
  readonly onDrop: (pill: Pill, shelf: ShelfName) => void
}

// A press is a click until the pointer has moved this far.
const POINTER = { activationConstraint: { distance: 5 } }
// Enter puts a field where it usually goes, so only the space bar picks it up.
const KEYS = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] }
const KEYBOARD = { keyboardCodes: KEYS, coordinateGetter: nextShelf }

/** What lies under the pointer; with the keyboard, which has none, the nearest shelf. */
const detect: CollisionDetection = (given) => (given.pointerCoordinates === null ? closestCenter(given) : pointerWithin(given))

export function DragShelves({ children, nameOf, onDrop }: DragShelvesProps) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<Pill | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYBOARD))
  const end = ({ active, over }: DragEndEvent) => {
    setDragged(null)
    const pill = pillOf(active.data.current)
    if (over !== null && pill !== null) onDrop(pill, over.id as ShelfName)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={detect}
      accessibility={{ announcements: useAnnouncements(nameOf), screenReaderInstructions: { draggable: t('explore:drag.instructions') } }}
      onDragStart={({ active }) => setDragged(pillOf(active.data.current))}
      onDragEnd={end}
      onDragCancel={() => setDragged(null)}
    >
      {children}
      <DragOverlay dropAnimation={null}>{dragged && <span className={styles['dragged']}>{nameOf(dragged)}</span>}</DragOverlay>
    </DndContext>
  )
}

function pillOf(data: Record<string, unknown> | undefined): Pill | null {
  return (data?.['pill'] as Pill | undefined) ?? null
}

function useAnnouncements(nameOf: (pill: Pill) => string): Announcements {
  const { t } = useTranslation()
  const name = (data: Record<string, unknown> | undefined) => {
    const pill = pillOf(data)
    return pill === null ? '' : nameOf(pill)
  }
  const shelf = (id: string | number) => t(`explore:shelf.${String(id)}`)
  return {
    onDragStart: ({ active }) => t('explore:drag.start', { name: name(active.data.current) }),
    onDragOver: ({ active, over }) =>
      over === null ? t('explore:drag.nowhere') : t('explore:drag.over', { name: name(active.data.current), shelf: shelf(over.id) }),
    onDragEnd: ({ active, over }) =>
      over === null ? t('explore:drag.cancel') : t('explore:drag.end', { name: name(active.data.current), shelf: shelf(over.id) }),
    onDragCancel: () => t('explore:drag.cancel'),
  }
}

/** Arrow keys go from shelf to shelf, in the order they stand on the page. */
function nextShelf(event: KeyboardEvent, { context, currentCoordinates }: Parameters<KeyboardCoordinateGetter>[1]) {
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
