/** A link as a line from its field to the entity it leads to; chosen with a click. */
import type { Edge, EdgeProps } from '@xyflow/react'

import type { LinkPath } from './model-graph'
import styles from './model.module.css'

export interface LineData extends Record<string, unknown> {
  readonly drawn: LinkPath
  readonly label: string
  readonly isChosen: boolean
  /** Whether it begins or ends at the chosen box. */
  readonly isNear: boolean
}

export function ModelLine({ data }: EdgeProps<Edge<LineData>>) {
  if (data === undefined) return null
  const { drawn, label, isChosen, isNear } = data
  const { x, y } = drawn.end
  const back = drawn.side === 'right' ? 8 : -8
  return (
    <g className={styles['line']} data-chosen={isChosen} data-near={isNear}>
      <path d={drawn.path} className={styles['wide']}>
        <title>{label}</title>
      </path>
      <path d={drawn.path} className={styles['thin']} />
      <path d={`M ${x + back} ${y - 4} L ${x} ${y} L ${x + back} ${y + 4} Z`} className={styles['tip']} />
    </g>
  )
}
