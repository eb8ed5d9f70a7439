/** A value as it was when it last stood still for a while; keeps requests from following every key. */
import { useEffect, useState } from 'react'

export function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
