/** The session handed down to everything below the session frame. */
import { createContext, useContext } from 'react'

import type { Session } from './session'

export const SessionContext = createContext<Session | null>(null)

/** The session; only below the session frame, which lets nobody pass without one. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('no session: this component must stand below the session frame')
  return session
}
