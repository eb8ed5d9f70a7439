/** Scrolls the canvas while something is held near its upper or lower edge. */
import type { Point } from './drop-target'

const EDGE = 48
const FASTEST = 18

interface Scrolling {
  readonly element: HTMLElement
}

/** Whether it scrolled; the things on the canvas have moved then. */
export function scrollNear(source: HTMLElement, places: Iterable<Scrolling>, pointer: Point): boolean {
  const scroller = scrollerOf(places, source)
  if (scroller === null) return false
  const { top, bottom, left, right } = scroller.getBoundingClientRect()
  if (pointer.x < left || pointer.x > right) return false
  const by = speed(EDGE - (pointer.y - top)) * -1 + speed(EDGE - (bottom - pointer.y))
  if (by === 0) return false
  const before = scroller.scrollTop
  scroller.scrollTop = before + by
  return scroller.scrollTop !== before
}

function speed(depth: number): number {
  return depth <= 0 ? 0 : Math.ceil((Math.min(depth, EDGE) / EDGE) * FASTEST)
}

/** What scrolls around the places; they all lie on one canvas. */
function scrollerOf(places: Iterable<Scrolling>, source: HTMLElement): HTMLElement | null {
  const [first] = [...places]
  for (let element: HTMLElement | null = first?.element ?? source; element !== null; element = element.parentElement) {
    if (element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY)) return element
  }
  return null
}
