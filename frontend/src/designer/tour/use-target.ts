/** Where on the page the thing to point at is, followed while the page moves. */
import { useEffect, useState } from 'react'

export interface Spot {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

const LOOK_EVERY = 250
const DIALOG = '.ant-modal-container'

export function useTarget(selectors: readonly string[]): Spot | null {
  const [spot, setSpot] = useState<Spot | null>(null)
  useEffect(() => {
    const look = () => setSpot((before) => same(before, find(selectors)))
    look()
    const looking = setInterval(look, LOOK_EVERY)
    window.addEventListener('scroll', look, true)
    window.addEventListener('resize', look)
    return () => {
      clearInterval(looking)
      window.removeEventListener('scroll', look, true)
      window.removeEventListener('resize', look)
    }
  }, [selectors])
  return spot
}

/** While a dialog is open, only what is in it can be used. */
function find(selectors: readonly string[]): Spot | null {
  const dialog = [...document.querySelectorAll(DIALOG)].find((each) => each.getBoundingClientRect().width > 0)
  for (const selector of selectors) {
    const target = document.querySelector(selector)
    if (target === null || (dialog !== undefined && !dialog.contains(target))) continue
    const { top, left, width, height } = target.getBoundingClientRect()
    if (width > 0 && height > 0) return { top, left, width, height }
  }
  return null
}

/** The spot seen before where nothing moved, so that nothing is drawn again. */
function same(before: Spot | null, now: Spot | null): Spot | null {
  if (before === null || now === null) return now
  const keys = ['top', 'left', 'width', 'height'] as const
  return keys.every((key) => before[key] === now[key]) ? before : now
}
