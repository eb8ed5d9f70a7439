/** Makes one new thing, however often Enter is pressed or a button is clicked until it is there. */
import { useRef } from 'react'

export function useOnce(make: () => Promise<void>): () => void {
  const isBusy = useRef(false)
  return () => {
    if (isBusy.current) return
    isBusy.current = true
    void make().finally(() => {
      isBusy.current = false
    })
  }
}
