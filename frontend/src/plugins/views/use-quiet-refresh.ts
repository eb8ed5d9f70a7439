/** Reads what a list shows anew after changes on the server: soon, but once for many of them. */
import { useEffect, useRef } from 'react'

import { useAppNews } from '@/shared/events/record-news'

export const PAUSE = 1_000

export function useQuietRefresh(app: string, refresh: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(refresh)
  useEffect(() => {
    latest.current = refresh
  })
  // Also of other entities: a list shows names of linked records and sums over them.
  useAppNews(app, () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      latest.current()
    }, PAUSE)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
