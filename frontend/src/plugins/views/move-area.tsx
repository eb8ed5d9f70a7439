/**
 * Moving records between places by mouse, touch and keyboard: lanes, or days. A press is a click until the pointer has
 * moved; Space takes a record up and puts it down, arrows choose the place, Escape leaves all as it was.
 */
import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type Active,
  type CollisionDetection,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
  type Over,
  rectIntersection,
} from '@dnd-kit/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { StoredRecord } from '@/shared/records/record'

const POINTER = { activationConstraint: { distance: 6 } }
const KEYS = { start: ['Space'], end: ['Space', 'Enter'], cancel: ['Escape'] }

interface MoveAreaProps {
  readonly children: ReactNode
  /** Keys of the places in reading order. */
  readonly places: readonly string[]
  /** How many places stand side by side; up and down go to the row above and below. */
  readonly across: number
  readonly nameOf: (record: StoredRecord) => string
  readonly placeName: (place: string) => string
  readonly onMove: (record: StoredRecord, place: string) => void
  /** What follows the pointer. */
  readonly renderRecord: (record: StoredRecord) => ReactNode
}

export function MoveArea({ children, places, across, nameOf, placeName, onMove, renderRecord }: MoveAreaProps) {
  const [moved, setMoved] = useState<StoredRecord | null>(null)
  const coordinateGetter = useMemo(() => stepsBetween(places, across), [places, across])
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, { coordinateGetter, keyboardCodes: KEYS }))
  const accessibility = useAnnouncements(nameOf, placeName)
  const end = ({ active, over }: DragEndEvent) => {
    setMoved(null)
    const record = recordOf(active)
    if (over !== null && over.id !== active.data.current?.['place']) onMove(record, String(over.id))
  }
  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      collisionDetection={underPointer}
      onDragStart={({ active }) => setMoved(recordOf(active))}
      onDragEnd={end}
      onDragCancel={() => setMoved(null)}
    >
      {children}
      <DragOverlay dropAnimation={null}>{moved && renderRecord(moved)}</DragOverlay>
    </DndContext>
  )
}

/** Makes a record something to be moved; spread the handle on a button. */
export function useMovable(record: StoredRecord, place: string, isFixed: boolean) {
  const { t } = useTranslation()
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: `${place}:${record.id}`,
    data: { record, place },
    disabled: isFixed,
    attributes: { roleDescription: t('views:move.role') },
  })
  return { setNodeRef, isDragging, handle: isFixed ? undefined : { ...attributes, ...listeners } }
}

export function useMovePlace(place: string) {
  const { setNodeRef, isOver, active } = useDroppable({ id: place })
  return { setNodeRef, isTarget: isOver && active?.data.current?.['place'] !== place }
}

/** What the pointer is in; with the keyboard, what the moved thing covers most. */
const underPointer: CollisionDetection = (given) => (given.pointerCoordinates === null ? rectIntersection(given) : pointerWithin(given))

function recordOf(active: Active): StoredRecord {
  return active.data.current?.['record'] as StoredRecord
}

function stepsBetween(places: readonly string[], across: number): KeyboardCoordinateGetter {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across }
  return (event, { context: { active, over, collisionRect, droppableRects } }) => {
    const step = steps[event.code]
    if (step === undefined || collisionRect === null) return undefined
    event.preventDefault()
    const at = places.indexOf(String(over?.id ?? active?.data.current?.['place']))
    const next = places[at + step]
    const box = next === undefined || step === 0 ? undefined : droppableRects.get(next)
    return box && { x: box.left + (box.width - collisionRect.width) / 2, y: box.top + 8 }
  }
}

function useAnnouncements(nameOf: MoveAreaProps['nameOf'], placeName: MoveAreaProps['placeName']) {
  const { t } = useTranslation()
  const said = (code: 'over' | 'end', active: Active, over: Over | null) =>
    over === null ? t('views:move.cancel', { name: nameOf(recordOf(active)) }) : t(`views:move.${code}`, { name: nameOf(recordOf(active)), place: placeName(String(over.id)) })
  return {
    screenReaderInstructions: { draggable: t('views:move.instructions') },
    announcements: {
      onDragStart: ({ active }: { active: Active }) => t('views:move.start', { name: nameOf(recordOf(active)) }),
      onDragOver: ({ active, over }: { active: Active; over: Over | null }) => said('over', active, over),
      onDragEnd: ({ active, over }: { active: Active; over: Over | null }) => said('end', active, over),
      onDragCancel: ({ active }: { active: Active }) => t('views:move.cancel', { name: nameOf(recordOf(active)) }),
    },
  }
}
