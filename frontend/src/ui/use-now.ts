/** The present moment in components, renewed every minute so that "2 minutes ago" stays true. */
import { useEffect, useState } from 'react'

const MINUTE = 60_000

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
