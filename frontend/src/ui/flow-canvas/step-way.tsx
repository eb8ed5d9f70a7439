/** A way between two steps, along the corners the layout gave it. */
import { EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react'

import type { WayData } from './drawn-data'
import styles from './flow-canvas.module.css'
import type { Point } from './geometry'
import { routePath } from './route-path'

export function StepWay({ id, data }: EdgeProps<Edge<WayData>>) {
  if (data === undefined) return null
  const { way, points, at } = data
  const [before, end] = [points.at(-2), points.at(-1)]
  return (
    <>
      <path id={id} d={routePath(points)} className={styles['way']} data-taken={way.isTaken} />
      {before !== undefined && end !== undefined && <path d={arrow(before, end)} className={styles['arrow']} data-taken={way.isTaken} />}
      {way.label !== undefined && at !== undefined && <WayLabel label={way.label} at={at} isTaken={way.isTaken} />}
    </>
  )
}

function WayLabel({ label, at, isTaken }: { readonly label: string; readonly at: Point; readonly isTaken: boolean }) {
  return (
    <EdgeLabelRenderer>
      <span className={styles['wayLabel']} data-taken={isTaken} title={label} style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}>
        {label}
      </span>
    </EdgeLabelRenderer>
  )
}

/** Ways end at the top of a card, a way back at its side. */
function arrow(before: Point, { x, y }: Point): string {
  if (before.y === y) return `M ${x + 7} ${y - 4} L ${x + 1} ${y} L ${x + 7} ${y + 4} Z`
  return `M ${x - 4} ${y - 7} L ${x} ${y - 1} L ${x + 4} ${y - 7} Z`
}
