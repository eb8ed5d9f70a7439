/** Asking the server for the session, opening and closing it. */
import { notifyManager, queryOptions, useMutation, useQueryClient, useQuery } from '@tanstack/react-query'

import { forgetReleases } from '@/shared/api/releases'
import { heldSeeing } from '@/shared/seeing/held-seeing'

import { readDemoPeople, readVisitor, savePreferences, signIn, signInAsDemoPerson, signOut, type Session, type Visitor } from './session'

// Asked once: a session that ends later shows at the next request, in a dialog that keeps the page and what is typed.
export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readVisitor, staleTime: Infinity })

/** The session, null when nobody is signed in; pages behind the sign-in take it from the session context. */
export function useMaybeSession() {
  return useQuery({ ...sessionQuery, select: sessionOf })
}

function sessionOf(visitor: Visitor): Session | null {
  return visitor.user === null ? null : visitor
}

/** What the sign-in form sends: a password, or in a demo only the name. */
export interface Credentials {
  readonly login: string
  readonly password?: string
}

export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ login, password }: Credentials) =>
      password === undefined ? signInAsDemoPerson(login) : signIn(login, password),
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  })
}

/** Remembers language or appearance in the account; names then come in that language. */
export function useSavePreferences() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: savePreferences,
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  })
}

/** Ends the session; `forget` alone drops what this browser knows of a session that is gone already. */
export function useSignOut() {
  const queryClient = useQueryClient()
  const forget = () => {
    queryClient.setQueryData(sessionQuery.queryKey, (visitor) => ({ user: null, demo: visitor?.demo ?? false }))
    // Only once the pages of the person are gone: those still there would ask again.
    notifyManager.schedule(() => {
      forgetReleases()
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
    })
  }
  return { ...useMutation({ mutationFn: signOut, onSuccess: forget }), forget }
}

/** The people of a demo; any other server is not asked for them. */
export function useDemoPeople() {
  const { data: isDemo = false } = useQuery({ ...sessionQuery, select: ({ demo }) => demo })
  return useQuery({ queryKey: ['demo-people'], queryFn: readDemoPeople, staleTime: Infinity, enabled: isDemo && heldSeeing() === null })
}
