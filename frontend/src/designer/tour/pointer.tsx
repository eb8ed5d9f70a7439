/** A ring around the thing to use next, with a word beside it; it is in nobody's way. */
import type { CSSProperties } from 'react'

import styles from './tour.module.css'
import { useTarget, type Spot } from './use-target'

const GAP = 6
const ROOM = 44
const WIDTH = 260

export function Pointer({ targets, words }: { readonly targets: readonly string[]; readonly words: string }) {
  const spot = useTarget(targets)
  if (spot === null) return null
  const { top, left, width, height } = spot
  const right = left + width + GAP + 12
  const side = sideOf(spot)
  const places = {
    below: { top: top + height + GAP + 10, left: within(left) },
    beside: { top: top + GAP, left: within(right) },
    above: { top: Math.max(top - GAP - ROOM, 8), left: within(left) },
  }
  const ring: CSSProperties = { top: top - GAP, left: left - GAP, width: width + 2 * GAP, height: height + 2 * GAP }
  return (
    <div className={styles['pointer']} aria-hidden>
      <div className={styles['ring']} style={ring} />
      <div className={styles['bubble']} data-side={side} style={places[side]}>
        {words}
      </div>
    </div>
  )
}

/** To the right of what is pointed at, where nothing that explains it stands; else below it, else above it. */
function sideOf({ top, left, width, height }: Spot): 'above' | 'below' | 'beside' {
  if (left + width + WIDTH < window.innerWidth) return 'beside'
  return top + height + ROOM < window.innerHeight ? 'below' : 'above'
}

function within(left: number): number {
  return Math.max(Math.min(left, window.innerWidth - WIDTH), 8)
}
