/** The apps this person may use. */
import { useQuery } from '@tanstack/react-query'

import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'

export interface AppSummary {
  readonly name: string
  readonly label: Label
  readonly description: Label | null
  readonly icon: string | null
  readonly color: string | null
  readonly version: string
  readonly entities: readonly { readonly name: string; readonly label: Label }[]
  readonly may_design: boolean
  /** Whether this person sees to who may do what in the app. */
  readonly may_oversee?: boolean
}

export function useApps() {
  return useQuery({ queryKey: ['apps'], queryFn: readApps, staleTime: 60_000 })
}

async function readApps(): Promise<readonly AppSummary[]> {
  return (await request<{ items: AppSummary[] }>('/apps')).items
}
