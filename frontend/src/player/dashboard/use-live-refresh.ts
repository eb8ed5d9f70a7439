/** A board without an interval of its own is read anew after changes: soon, but not once for each of many. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import { useAppNews } from '@/shared/events/record-news'

export const PAUSE = 10_000

export function useLiveRefresh(app: string, isOn: boolean): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useAppNews(app, () => {
    if (!isOn) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void client.invalidateQueries({ queryKey: ['answer', app] })
    }, PAUSE)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
