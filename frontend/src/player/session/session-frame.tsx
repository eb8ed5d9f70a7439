/** Lets only signed-in people pass; everybody else signs in first and comes back to where they wanted to go. */
import { useState } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'

import { SessionContext } from '@/shared/session/session-context'
import { ownUser } from '@/shared/session/session'
import { useMaybeSession } from '@/shared/session/use-session'
import { FaultScreen } from '@/ui/feedback/fault-screen'
import { Loading } from '@/ui/feedback/loading'

import { SessionExpiredDialog } from './session-expired-dialog'
import { useAccountAppearance } from './use-account-appearance'

export function SessionFrame() {
  const { data: session, isPending, error, refetch } = useMaybeSession()
  const entrance = useEntrance(Boolean(session))
  useAccountAppearance(session?.user)
  if (isPending) return <Loading />
  if (error !== null) return <FaultScreen fault={error} onRetry={() => void refetch()} />
  if (session === null) return <Navigate to={entrance} replace />
  const own = ownUser(session)
  return (
    <SessionContext value={session}>
      <Outlet />
      <SessionExpiredDialog login={own.login} name={own.name} />
    </SessionContext>
  )
}

/** The sign-in page that leads back here; after signing out nobody is led to the page of the person before. */
function useEntrance(isSignedIn: boolean): string {
  const { pathname, search } = useLocation()
  const [wasSignedIn, setWasSignedIn] = useState(isSignedIn)
  if (isSignedIn && !wasSignedIn) setWasSignedIn(true)
  return wasSignedIn ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname + search)}`
}
