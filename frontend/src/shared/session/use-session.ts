/** Asking the server for the session, opening and closing it. */
import { queryOptions, useMutation, useQueryClient, useQuery } from '@tanstack/react-query'

import { forgetReleases } from '@/shared/api/releases'

import { readDemoPeople, readSession, savePreferences, signIn, signInAsDemoPerson, signOut } from './session'

// Asked once: a session that ends later shows at the next request, in a dialog that keeps the page and what is typed.
export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: Infinity })

/** The session, null when nobody is signed in; pages behind the sign-in take it from the session context. */
export function useMaybeSession() {
  return useQuery(sessionQuery)
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
    queryClient.setQueryData(sessionQuery.queryKey, null)
    forgetReleases()
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
  }
  return { ...useMutation({ mutationFn: signOut, onSuccess: forget }), forget }
}

export function useDemoPeople() {
  return useQuery({ queryKey: ['demo-people'], queryFn: readDemoPeople, staleTime: Infinity })
}
