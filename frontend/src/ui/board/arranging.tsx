/** A board that is arranged: its things dragged and resized, by mouse or with the arrows, and new ones put down on it. */
import 'react-grid-layout/css/styles.css'

import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { GridLayout, useContainerWidth, type EventCallback, type LayoutItem } from 'react-grid-layout'

import styles from './arranging.module.css'
import { DRAG } from './drag'
import { Held } from './held'
import { isStep, layoutOf, moveByStep, moveIn, putInto, type Move } from './move'
import { COLUMNS, GAP, inPlaces, inReadingOrder, type Place, type Placed, type Places, ROW_HEIGHT, type Size } from './places'

export interface BoardActions {
  readonly onChoose: (id: string | null) => void
  /** Something was moved or resized; the board shows it so until what is returned has settled. */
  readonly onMove: (move: Move) => unknown
  /** Something was put down from outside; others that gave way are told with it. */
  readonly onPutDown: (transfer: DataTransfer | null, place: Place, others: Places) => void
  readonly onRemove: (id: string) => void
  /** One more like this. */
  readonly onCopy: (id: string) => void
  readonly onOpen?: ((id: string) => void) | undefined
}

interface ArrangingProps<T extends Placed> extends BoardActions {
  /** What a screen reader calls the board. */
  readonly name: string
  readonly placed: readonly T[]
  readonly chosen: string | null
  readonly nameOf: (each: T) => string
  readonly render: (each: T) => ReactNode
  readonly renderBadge?: (each: T) => ReactNode
  /** Said on a board where nothing lies yet. */
  readonly empty: ReactNode
  /** The room for what is dragged over the board; false for what does not belong there. */
  readonly sizeOver: (transfer: DataTransfer | null) => Size | false
}

const CONFIG = {
  grid: { cols: COLUMNS, rowHeight: ROW_HEIGHT, margin: [GAP, GAP], containerPadding: [0, 0] },
  resize: { enabled: true, handles: ['se', 'e', 's'] },
  drop: { enabled: true, defaultItem: { w: 12, h: 8 } },
} as const

export function Arranging<T extends Placed>({ name, placed, chosen, nameOf, render, renderBadge, empty, sizeOver, ...actions }: ArrangingProps<T>) {
  const { width, containerRef, mounted } = useContainerWidth()
  const { shown, move } = useMoving(placed, actions.onMove)
  const layout = useMemo(() => layoutOf(shown), [shown])
  const moved: EventCallback = (after, _before, item) => item && move(moveIn(shown, item.i, after))
  const putDown = (_after: typeof layout, item: LayoutItem | undefined, event: Event) => {
    if (item === undefined) return
    const { place, others } = putInto(shown, item)
    actions.onPutDown((event as DragEvent).dataTransfer, place, others)
  }
  const press = (event: KeyboardEvent, each: T) => {
    if (event.ctrlKey || event.metaKey || !isStep(event.key)) return pressed(event, each.id, actions)
    event.preventDefault()
    move(moveByStep(shown, each, event.key, event.shiftKey))
  }
  return (
    <div ref={containerRef} className={styles['board']} role="region" aria-label={name}>
      {placed.length === 0 && <div className={styles['empty']}>{empty}</div>}
      {mounted && (
        <GridLayout
          width={width}
          className={styles['grid'] ?? ''}
          gridConfig={CONFIG.grid}
          dragConfig={DRAG}
          resizeConfig={CONFIG.resize}
          dropConfig={CONFIG.drop}
          layout={layout}
          onDragStop={moved}
          onResizeStop={moved}
          onDropDragOver={({ dataTransfer }) => sizeOver(dataTransfer)}
          onDrop={putDown}
        >
          {inReadingOrder(shown).map((each) => (
            <div key={each.id} data-placed={each.id}>
              <Held
                name={nameOf(each)}
                isChosen={each.id === chosen}
                onChoose={() => actions.onChoose(each.id)}
                onOpen={actions.onOpen && (() => actions.onOpen?.(each.id))}
                onKeyDown={(event) => press(event, each)}
                badge={renderBadge?.(each)}
              >
                {render(each)}
              </Held>
            </div>
          ))}
        </GridLayout>
      )}
    </div>
  )
}

/** Things where they were moved to, while the move is on its way. */
function useMoving<T extends Placed>(placed: readonly T[], onMove: BoardActions['onMove']) {
  const [moving, setMoving] = useState<Places>(NOWHERE)
  const shown = useMemo(() => (moving === NOWHERE ? placed : inPlaces(placed, moving)), [placed, moving])
  const move = async (made: Move | null) => {
    if (made === null) return
    const places = { ...moving, ...made.others, [made.id]: made.place }
    setMoving(places)
    await onMove(made)
    setMoving((now) => (now === places ? NOWHERE : now))
  }
  return { shown, move: (made: Move | null) => void move(made) }
}

const NOWHERE: Places = {}

/** Delete removes the thing in hand, Ctrl+D makes another one like it, Enter opens it, Escape lets go of it. */
function pressed(event: KeyboardEvent, id: string, { onChoose, onCopy, onOpen, onRemove }: BoardActions) {
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'd') return
    onCopy(id)
  } else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(id)
  else if (event.key === 'Escape') onChoose(null)
  else if (event.key === 'Enter' && onOpen) onOpen(id)
  else return
  event.preventDefault()
}
