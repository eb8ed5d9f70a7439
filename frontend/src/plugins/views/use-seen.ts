/** Whether an element has come into sight, or near it: what is far down a page need not be asked for yet. */
import { useCallback, useRef, useState } from 'react'

const NEAR = '200px'

export function useSeen(): { readonly isSeen: boolean; readonly ref: (element: Element | null) => void } {
  const [isSeen, setSeen] = useState(false)
  const observer = useRef<IntersectionObserver>(undefined)
  const ref = useCallback((element: Element | null) => {
    observer.current?.disconnect()
    if (element === null) return
    const look = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      look.disconnect()
      setSeen(true)
    }, { rootMargin: NEAR })
    look.observe(element)
    observer.current = look
  }, [])
  return { isSeen, ref }
}
