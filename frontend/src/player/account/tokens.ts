/** My API tokens: what the server says of them, and making and ending them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { request } from '@/shared/api/request'

/** What a token may be allowed to do. */
export const TOKEN_ACTIONS = ['read', 'create', 'update', 'delete', 'export', 'import'] as const
export type TokenAction = (typeof TOKEN_ACTIONS)[number]

export interface Token {
  readonly id: string
  readonly user: string
  readonly name: string
  /** The first characters, by which people recognise it. */
  readonly prefix: string
  /** Without any, it may do what its person may. */
  readonly scopes: readonly string[] | null
  readonly created_at: string
  readonly expires_at: string | null
}

export interface MadeToken extends Token {
  /** The whole text, answered this once. */
  readonly token: string
}

export interface NewToken {
  readonly name: string
  readonly scopes: readonly TokenAction[] | null
  /** Null for a token without an end. */
  readonly days: number | null
}

const TOKENS = ['tokens']

/** The tokens of one person, newest first; administrators are answered everybody's. */
export function useTokens(person: string) {
  return useQuery({
    queryKey: TOKENS,
    queryFn: () => request<{ items: Token[] }>('/tokens'),
    select: ({ items }) =>
      items.filter(({ user }) => user === person).toSorted((a, b) => b.created_at.localeCompare(a.created_at)),
  })
}

export function useMakeToken() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewToken) => request<MadeToken>('/tokens', { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: TOKENS }),
  })
}

export function useRevokeToken() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request(`/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: TOKENS }),
  })
}
