/** Brings the whole drawing into view, ways and labels beside the cards included: at first, when there is more or less room, and on demand. */
import { getViewportForBounds, useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'

import { boundsOf, type Layout } from './layout'

const SMALLEST = 0.5
const LARGEST = 1
/** What is edited must be read at once; what does not fit is a scroll away. */
const READABLE = 0.75
const PADDING = 0.04

/** With `isKept` a drawing that changes stays where it is; it is brought into view once. */
export function useFit(layout: Layout, isKept = false): () => void {
  const { setViewport } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const isFitted = useRef(false)
  // What is said on the cards may change every minute; only a change of places moves the view.
  const { x, y, width: across, height: down } = useMemo(() => boundsOf(layout), [layout])
  const fit = useCallback(() => {
    if (width === 0 || height === 0) return
    const smallest = isKept && !isFitted.current ? READABLE : SMALLEST
    void setViewport(viewOf({ x, y, width: across, height: down }, { width, height, smallest }))
  }, [setViewport, width, height, x, y, across, down, isKept])
  useEffect(() => {
    if (isKept && isFitted.current) return
    fit()
    isFitted.current = width > 0 && height > 0
  }, [fit, isKept, width, height])
  return fit
}

interface Room {
  readonly width: number
  readonly height: number
  readonly smallest: number
}

/** A drawing that is too high to be read as a whole is shown from its beginning. */
function viewOf(bounds: { x: number; y: number; width: number; height: number }, { width, height, smallest }: Room) {
  const view = getViewportForBounds(bounds, width, height, smallest, LARGEST, PADDING)
  const isTooHigh = bounds.height * view.zoom > height
  return isTooHigh ? { ...view, y: height * PADDING - bounds.y * view.zoom } : view
}
