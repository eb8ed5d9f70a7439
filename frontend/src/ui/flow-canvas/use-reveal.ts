/** Brings a card into view that is chosen and out of sight; one in sight does not move. */
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'

import { CARD, type Layout } from './layout'

const MARGIN = 24

export function useReveal(layout: Layout, chosen: string | undefined): void {
  const { setCenter } = useReactFlow()
  const store = useStoreApi()
  const shown = useRef<string | undefined>(undefined)
  useEffect(() => {
    const place = chosen === undefined ? undefined : layout.places.get(chosen)
    if (chosen === shown.current || place === undefined) return
    shown.current = chosen
    const { width, height, transform } = store.getState()
    const [x, y, zoom] = transform
    const [left, top] = [place.x * zoom + x, place.y * zoom + y]
    const isInView = left > MARGIN && top > MARGIN && left + CARD.width * zoom < width - MARGIN && top + CARD.height * zoom < height - MARGIN
    if (width > 0 && !isInView) void setCenter(place.x + CARD.width / 2, place.y + CARD.height / 2, { zoom, duration: 200 })
  }, [chosen, layout, setCenter, store])
}
