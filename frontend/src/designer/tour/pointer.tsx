/** A ring around the thing to use next, with a word beside it; it is in nobody's way. */
import type { CSSProperties } from 'react'

import styles from './tour.module.css'
import { useTarget } from './use-target'

const GAP = 6
const ROOM = 44
const WIDTH = 260

export function Pointer({ targets, words }: { readonly targets: readonly string[]; readonly words: string }) {
  const spot = useTarget(targets)
  if (spot === null) return null
  const { top, left, width, height } = spot
  const ring: CSSProperties = { top: top - GAP, left: left - GAP, width: width + 2 * GAP, height: height + 2 * GAP }
  const isBelow = top + height + ROOM < window.innerHeight
  const bubble: CSSProperties = {
    top: isBelow ? top + height + GAP + 10 : Math.max(top - GAP - ROOM, 8),
    left: Math.max(Math.min(left, window.innerWidth - WIDTH), 8),
  }
  return (
    <div className={styles['pointer']} aria-hidden>
      <div className={styles['ring']} style={ring} />
      <div className={styles['bubble']} data-below={isBelow} style={bubble}>
        {words}
      </div>
    </div>
  )
}
