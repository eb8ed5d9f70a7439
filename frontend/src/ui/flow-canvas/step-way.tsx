/** A way between two steps, along the corners the layout gave it; where the drawing is edited, with a + on it. */
import { PlusOutlined } from '@ant-design/icons'
import { EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'

import { useEditing, useIsLit, type CanvasEditing } from './canvas-editing'
import type { WayData } from './drawn-data'
import styles from './flow-canvas.module.css'
import type { Point } from './geometry'
import { middleOf } from './nearest-way'
import { routePath } from './route-path'

export const StepWay = memo(({ id, data }: EdgeProps<Edge<WayData>>) => {
  const editing = useEditing()
  if (data === undefined) return null
  const { way, points, at } = data
  const [before, end] = [points.at(-2), points.at(-1)]
  return (
    <>
      <path id={id} d={routePath(points)} className={styles['way']} data-taken={way.isTaken} />
      {before !== undefined && end !== undefined && <path d={arrow(before, end)} className={styles['arrow']} data-taken={way.isTaken} />}
      {way.label !== undefined && at !== undefined && <WayLabel label={way.label} at={at} isTaken={way.isTaken} />}
      {editing !== null && <Add editing={editing} way={id} points={points} label={at} />}
    </>
  )
})
StepWay.displayName = 'StepWay'

function WayLabel({ label, at, isTaken }: { readonly label: string; readonly at: Point; readonly isTaken: boolean }) {
  return (
    <EdgeLabelRenderer>
      <span className={styles['wayLabel']} data-taken={isTaken} title={label} style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}>
        {label}
      </span>
    </EdgeLabelRenderer>
  )
}

interface AddProps {
  readonly editing: CanvasEditing
  readonly way: string
  readonly points: readonly Point[]
  readonly label: Point | undefined
}

/** The + stands below the label of its way, if it has one. */
function Add({ editing, way, points, label }: AddProps) {
  const isLit = useIsLit(editing.lit, way)
  const at = label === undefined ? middleOf(points) : { x: label.x, y: label.y + BELOW_LABEL }
  if (at === undefined) return null
  return (
    <>
      {isLit && <path d={routePath(points)} className={styles['lit']} />}
      <EdgeLabelRenderer>
        <button
          type="button"
          className={styles['add']}
          data-lit={isLit}
          data-way={way}
          aria-label={editing.addLabel(way)}
          aria-haspopup="menu"
          title={editing.addLabel(way)}
          style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
          onClick={({ currentTarget }) => editing.onAdd(way, currentTarget)}
        >
          <PlusOutlined aria-hidden />
        </button>
      </EdgeLabelRenderer>
    </>
  )
}

const BELOW_LABEL = 23

/** Ways end at the top of a card, a way back at its side. */
function arrow(before: Point, { x, y }: Point): string {
  if (before.y === y) return `M ${x + 7} ${y - 4} L ${x + 1} ${y} L ${x + 7} ${y + 4} Z`
  return `M ${x - 4} ${y - 7} L ${x} ${y - 1} L ${x + 4} ${y - 7} Z`
}
