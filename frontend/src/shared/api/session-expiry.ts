/** A request that met an ended session waits here until the person has signed in again, then goes on. */
import { create } from 'zustand'

interface Expiry {
  /** Requests waiting for a new session; the sign-in dialog is open while there are any. */
  readonly waiting: readonly ((isSignedIn: boolean) => void)[]
}

const useExpiry = create<Expiry>(() => ({ waiting: [] }))

export function useSessionExpired(): boolean {
  return useExpiry((state) => state.waiting.length > 0)
}

/** Resolves to true once there is a session again, to false when the person gave up. */
export function untilSignedIn(): Promise<boolean> {
  return new Promise((resolve) => {
    useExpiry.setState((state) => ({ waiting: [...state.waiting, resolve] }))
  })
}

export function endSessionExpiry(isSignedIn: boolean): void {
  const { waiting } = useExpiry.getState()
  useExpiry.setState({ waiting: [] })
  for (const resume of waiting) resume(isSignedIn)
}
