/** People of the installation as whoever oversees an app sees them: who has which of its roles, and changing it. */
import { queryOptions } from '@tanstack/react-query'

import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'

export interface StaffMember {
  readonly id: string
  readonly login: string
  readonly name: Label
  /** Ids of the roles of the app they hold. */
  readonly roles: readonly string[]
}

export interface RoleHolders {
  readonly items: readonly StaffMember[]
  /** Whether the person who asks may give and take the role. */
  readonly may_change: boolean
}

const home = (app: string) => `/apps/${encodeURIComponent(app)}`

/** Active people whose name or login contains a text. */
export function staffQuery(app: string, search: string) {
  return queryOptions({
    queryKey: ['staff', app, search],
    queryFn: async ({ signal }) =>
      (await request<{ items: readonly StaffMember[] }>(`${home(app)}/staff`, { query: { search: search === '' ? undefined : search }, signal })).items,
  })
}

export function holdersQuery(app: string, role: string) {
  return queryOptions({
    queryKey: ['holders', app, role],
    queryFn: () => request<RoleHolders>(`${home(app)}/roles/${role}/people`),
    retry: false,
  })
}

export async function setHolder(app: string, role: string, person: string, has: boolean): Promise<RoleHolders> {
  return await request<RoleHolders>(`${home(app)}/roles/${role}/people/${person}`, { method: has ? 'PUT' : 'DELETE' })
}
