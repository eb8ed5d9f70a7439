/** People and the roles they may hold, as the server administers them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Locale } from '@/core/i18n/locale'
import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'

export interface Person {
  readonly id: string
  readonly login: string
  readonly name: Label
  readonly language: string
  readonly active: boolean
  readonly roles: readonly string[]
  readonly email?: string | null
  /** Id of a department. */
  readonly department?: string | null
  /** Id of the person above. */
  readonly superior?: string | null
}

export interface RoleEntry {
  readonly id: string
  readonly app: string
  readonly app_label: Label
  readonly name: string
  readonly label: Label
  readonly description: Label | null
  readonly administer: readonly string[]
}

/** What the drawer gathers; an empty password stays as it is. */
export interface PersonEntry {
  readonly login: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly language: Locale
  readonly password?: string
  readonly roles: readonly string[]
  readonly active?: boolean
  readonly email?: string | null
  readonly department?: string | null
  readonly superior?: string | null
}

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async () => (await request<{ items: readonly Person[] }>('/people')).items,
})

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async () => (await request<{ items: readonly RoleEntry[] }>('/roles')).items,
})

export interface AppRoles {
  readonly app: string
  readonly label: Label
  readonly roles: readonly RoleEntry[]
}

/** Roles under the app they belong to, in the order given. */
export function rolesByApp(roles: readonly RoleEntry[]): readonly AppRoles[] {
  const apps = [...new Set(roles.map(({ app }) => app))]
  return apps.map((app) => {
    const own = roles.filter((role) => role.app === app)
    return { app, label: own[0]?.app_label ?? {}, roles: own }
  })
}

/** Adds somebody, or changes who has the id. */
export function useSavePerson(id: string | undefined) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (entry: Partial<PersonEntry>) =>
      request<Person>(id === undefined ? '/people' : `/people/${id}`, { method: id === undefined ? 'POST' : 'PATCH', body: entry }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  })
}
