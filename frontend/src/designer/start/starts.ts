/** Beginning an app: what the server offers, and asking it to make one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'

import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'
import type { Reference } from '@/shared/records/record'
import { useSession } from '@/shared/session/session-context'
import { sessionQuery } from '@/shared/session/use-session'

import { beginTour } from '../tour/tour-store'

export type Language = 'zh' | 'en'

/** Who uses a new app besides its maker: nobody yet, everybody, or people by id. */
export type Audience = 'nobody' | 'everybody' | readonly string[]

export interface NewApp {
  readonly label: Label
  readonly languages: readonly Language[]
  readonly audience: Audience
}

export interface Starter {
  readonly key: string
  readonly label: Label
  readonly description: Label | null
  readonly icon: string | null
  readonly color: string | null
  readonly languages: readonly Language[]
  /** What is in it, by name, the first ones first. */
  readonly entities: readonly Label[]
  readonly flows: readonly Label[]
  readonly dashboards: readonly Label[]
  readonly roles: readonly Label[]
  readonly has_samples: boolean
}

export interface NewAppFromStarter extends NewApp {
  readonly starter: string
  readonly samples: boolean
}

export interface MadeApp {
  readonly app: string
  readonly release: number
}

export function useStarters() {
  return useQuery({ queryKey: ['starters'], queryFn: readStarters, staleTime: Infinity })
}

async function readStarters(): Promise<readonly Starter[]> {
  return (await request<{ items: Starter[] }>('/starters')).items
}

/** Active people, found by name; who makes apps may let anybody use them. */
export async function findUsers(search: string, signal?: AbortSignal): Promise<readonly Reference[]> {
  const query = { search: search === '' ? undefined : search }
  return (await request<{ items: Reference[] }>('/people/choosable', { query, signal })).items
}

/** Makes an app and opens its designer; the session and the list of apps know of it at once. */
export function useMakeApp() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { user } = useSession()
  return useMutation({
    mutationFn: (wish: NewApp | NewAppFromStarter) => request<MadeApp>('/design/apps', { method: 'POST', body: wish }),
    onSuccess: async ({ app }, wish) => {
      if (!('starter' in wish)) beginTour(user.id, app)
      await Promise.all([client.invalidateQueries({ queryKey: ['apps'] }), client.invalidateQueries(sessionQuery)])
      await navigate(`/design/${encodeURIComponent(app)}`)
    },
  })
}
