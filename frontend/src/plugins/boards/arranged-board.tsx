/** A board while it is arranged: tiles dragged, resized and taken from a palette; with the keyboard moved by arrows. */
import 'react-grid-layout/css/styles.css'

import type { KeyboardEvent } from 'react'
import { GridLayout, useContainerWidth, verticalCompactor, type Layout, type LayoutItem } from 'react-grid-layout'
import { useTranslation } from 'react-i18next'

import type { Report, Tile } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { DRAG } from '@/ui/board/drag'
import { GRID, inReadingOrder, overlap, RESIZE, type Place } from '@/ui/board/places'

import { placed } from './board-edits'
import styles from './boards.module.css'
import { readSubject, sizeOfSubject, type BoardSubject } from './board-subject'
import { EditedTile } from './edited-tile'

export interface ArrangedBoardProps {
  readonly app: string
  readonly definition: Definition
  /** What is in use, where `definition` may be ahead of it. */
  readonly released?: Definition | undefined
  readonly tiles: readonly Tile[]
  readonly reports: readonly Report[]
  readonly selected: string | null
  readonly onSelect: (tile: string | null) => void
  /** All tiles, some of them elsewhere or of another size. */
  readonly onArrange: (tiles: readonly Tile[]) => void
  /** Something of the palette was put down; the tiles that made room are given with it. */
  readonly onDrop: (subject: BoardSubject, place: Place, tiles: readonly Tile[]) => void
  readonly onRemove: (tile: string) => void
  /** A second tile like this one. */
  readonly onCopy: (tile: string) => void
  readonly onOpen?: (tile: string) => void
}

export function ArrangedBoard(props: ArrangedBoardProps) {
  const { tiles, reports, selected, onSelect, onArrange, onDrop, onOpen } = props
  const { t } = useTranslation()
  const { width, containerRef, mounted } = useContainerWidth()
  const arrange = (layout: Layout) => {
    const arranged = afterLayout(tiles, layout)
    if (JSON.stringify(arranged) !== JSON.stringify(tiles)) onArrange(arranged)
  }
  const drop = (layout: Layout, item: LayoutItem | undefined, event: Event) => {
    const subject = readSubject((event as DragEvent).dataTransfer)
    if (item === undefined || subject === null) return
    const { x, y, w, h } = item
    onDrop(subject, { x, y, w, h }, afterLayout(tiles, layout))
  }
  return (
    <div ref={containerRef} className={styles['arranged']} role="group" aria-label={t('dashboards:arranged')}>
      {tiles.length === 0 && <p className={styles['nothing']}>{t('dashboards:arranged.empty')}</p>}
      {mounted && (
        <GridLayout
          width={width}
          className={styles['grid'] ?? ''}
          gridConfig={GRID}
          dragConfig={DRAG}
          resizeConfig={RESIZE}
          dropConfig={{ enabled: true, defaultItem: { w: 12, h: 9 } }}
          layout={tiles.map(({ id, x, y, w, h }) => ({ i: id, x, y, w, h }))}
          onDragStop={arrange}
          onResizeStop={arrange}
          onDropDragOver={(event) => sizeOfSubject(event.dataTransfer)}
          onDrop={drop}
        >
          {inReadingOrder(tiles).map((tile) => (
            <div key={tile.id} data-tile={tile.id}>
              <EditedTile
                {...props}
                tile={tile}
                report={reports.find(({ id }) => id === tile.report)}
                isSelected={tile.id === selected}
                onSelect={() => onSelect(tile.id)}
                onKeyDown={(event) => press(event, { ...props, selected: tile.id })}
                onOpen={onOpen && (() => onOpen(tile.id))}
              />
            </div>
          ))}
        </GridLayout>
      )}
    </div>
  )
}

/** The tiles where a layout of the grid has them. */
function afterLayout(tiles: readonly Tile[], layout: Layout): readonly Tile[] {
  const places = new Map(layout.map(({ i, x, y, w, h }) => [i, { x, y, w, h }]))
  return tiles.map((tile) => placed(tile, places.get(tile.id) ?? {}))
}

const STEPS: Readonly<Record<string, Partial<Place>>> = { ArrowLeft: { x: -1 }, ArrowRight: { x: 1 }, ArrowUp: { y: -1 }, ArrowDown: { y: 1 } }

/** Arrows move the tile in hand, with Shift they resize it; Delete removes it, Ctrl+D makes another one like it. */
function press(event: KeyboardEvent, { tiles, selected, onArrange, onRemove, onCopy, onSelect, onOpen }: ArrangedBoardProps) {
  const tile = tiles.find(({ id }) => id === selected)
  const step = STEPS[event.key]
  if (tile === undefined) return
  if (step !== undefined && !event.altKey && !event.ctrlKey) {
    const { x = 0, y = 0 } = step
    const change = event.shiftKey ? { w: tile.w + x, h: tile.h + y } : { x: tile.x + x, y: tile.y + y }
    const next = compacted(pushed(tiles, placed(tile, change)))
    if (JSON.stringify(next) !== JSON.stringify(tiles)) onArrange(next)
  } else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(tile.id)
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') onCopy(tile.id)
  else if (event.key === 'Escape') onSelect(null)
  else if (event.key === 'Enter' && onOpen) onOpen(tile.id)
  else return
  event.preventDefault()
}

/** A tile in its new place; those it lies on go below it, and what they then lie on below those. */
export function pushed(tiles: readonly Tile[], moved: Tile): readonly Tile[] {
  const settled: Tile[] = [moved]
  for (const tile of inReadingOrder(tiles)) {
    if (tile.id === moved.id) continue
    settled.push(belowAll(settled, tile))
  }
  const after = new Map(settled.map((tile) => [tile.id, tile]))
  return tiles.map((tile) => after.get(tile.id) ?? tile)
}

/** As the grid itself closes gaps, so that moving by keys and by mouse give the same board. */
function compacted(tiles: readonly Tile[]): readonly Tile[] {
  return afterLayout(tiles, verticalCompactor.compact(tiles.map(({ id, x, y, w, h }) => ({ i: id, x, y, w, h })), GRID.cols))
}

function belowAll(settled: readonly Tile[], tile: Tile): Tile {
  const hit = firstHit(settled, tile)
  return hit === undefined ? tile : belowAll(settled, { ...tile, y: hit.y + hit.h })
}

function firstHit(settled: readonly Tile[], tile: Tile): Tile | undefined {
  return settled.find((each) => overlap(each, tile))
}

