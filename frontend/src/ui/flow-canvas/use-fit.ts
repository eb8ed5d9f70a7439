/** Brings the whole drawing into view, ways and labels beside the cards included: at first, when there is more or less room, and on demand. */
import { getViewportForBounds, useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'

import { boundsOf, type Layout } from './layout'

const SMALLEST = 0.5
const LARGEST = 1
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
    void setViewport(viewOf({ x, y, width: across, height: down }, width, height))
  }, [setViewport, width, height, x, y, across, down])
  useEffect(() => {
    if (isKept && isFitted.current) return
    isFitted.current = width > 0 && height > 0
    fit()
  }, [fit, isKept, width, height])
  return fit
}

/** A drawing that is too high to be read as a whole is shown from its beginning. */
function viewOf(bounds: { x: number; y: number; width: number; height: number }, width: number, height: number) {
  const view = getViewportForBounds(bounds, width, height, SMALLEST, LARGEST, PADDING)
  const isTooHigh = bounds.height * view.zoom > height
  return isTooHigh ? { ...view, y: height * PADDING - bounds.y * view.zoom } : view
}
