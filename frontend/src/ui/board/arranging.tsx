/** A board whose things are dragged and resized, and onto which new ones are dropped. */
import 'react-grid-layout/css/styles.css'

import { useMemo, useRef, type ReactNode } from 'react'
import { GridLayout, useContainerWidth, type EventCallback, type Layout, type LayoutItem } from 'react-grid-layout'

import { GRID, inReadingOrder, insideBoard, isSamePlace, RESIZE, type Place } from './places'
import type { Placed } from './board'
import { DRAG } from './drag'
import styles from './arranging.module.css'

interface ArrangingProps<T extends Placed> {
  readonly placed: readonly T[]
  readonly render: (each: T) => ReactNode
  /** The thing that was moved, and the places of all whose place is another one now. */
  readonly onArrange: (id: string, places: ReadonlyMap<string, Place>) => void
  /** Size of what is being dragged in from outside; without it nothing can be. */
  readonly incoming?: Pick<Place, 'w' | 'h'> | undefined
  readonly onDropIn?: (place: Place, others: ReadonlyMap<string, Place>) => void
}

export function Arranging<T extends Placed>({ placed, render, onArrange, incoming, onDropIn }: ArrangingProps<T>) {
  const { width, containerRef, mounted } = useContainerWidth()
  const moved = useRef<string | null>(null)
  const layout = useMemo(() => placed.map(({ id, x, y, w, h }) => ({ i: id, x, y, w, h })), [placed])
  const drop = useMemo(() => ({ enabled: incoming !== undefined, defaultItem: incoming ?? { w: 12, h: 8 } }), [incoming])
  const arrange: EventCallback = (after, _before, item) => {
    const id = item?.i ?? moved.current
    const changed = changedPlaces(placed, after)
    if (typeof id === 'string' && changed.size > 0) onArrange(id, changed)
  }
  return (
    <div ref={containerRef} className={styles['board']}>
      {mounted && (
        <GridLayout
          width={width}
          gridConfig={GRID}
          dragConfig={DRAG}
          resizeConfig={RESIZE}
          dropConfig={drop}
          layout={layout}
          onDragStop={arrange}
          onResizeStop={arrange}
          onDrop={(after, item) => item && onDropIn?.(placeOf(item), changedPlaces(placed, after))}
        >
          {inReadingOrder(placed).map((each) => (
            <div key={each.id}>{render(each)}</div>
          ))}
        </GridLayout>
      )}
    </div>
  )
}

function changedPlaces(placed: readonly Placed[], layout: Layout): ReadonlyMap<string, Place> {
  const before = new Map(placed.map((each) => [each.id, each]))
  const after = layout.map((item) => [item.i, placeOf(item)] as const)
  return new Map(after.filter(([id, place]) => before.has(id) && !isSamePlace(before.get(id) as Place, place)))
}

function placeOf({ x, y, w, h }: LayoutItem): Place {
  return insideBoard({ x, y, w, h })
}
