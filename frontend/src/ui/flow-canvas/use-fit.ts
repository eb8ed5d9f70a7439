/** Brings the whole drawing into view, ways and labels beside the cards included: at first, when there is more or less room, and on demand. */
import { getViewportForBounds, useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect, useMemo } from 'react'

import { boundsOf, type Layout } from './layout'

const SMALLEST = 0.5
const LARGEST = 1
const PADDING = 0.04

export function useFit(layout: Layout): () => void {
  const { setViewport } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  // What is said on the cards may change every minute; only a change of places moves the view.
  const { x, y, width: across, height: down } = useMemo(() => boundsOf(layout), [layout])
  const fit = useCallback(() => {
    if (width === 0 || height === 0) return
    void setViewport(getViewportForBounds({ x, y, width: across, height: down }, width, height, SMALLEST, LARGEST, PADDING))
  }, [setViewport, width, height, x, y, across, down])
  useEffect(fit, [fit])
  return fit
}
