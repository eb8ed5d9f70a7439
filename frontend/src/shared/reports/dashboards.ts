/** Dashboards a person may open, and one of them with the reports on it. */
import { queryOptions } from '@tanstack/react-query'

import type { Dashboard, Label, Report } from '@/generated/metadata'
import { request } from '@/shared/api/request'

/** A dashboard as the definition lists it. */
export interface DashboardEntry {
  readonly id: string
  readonly name: string
  readonly label: Label
  readonly icon?: string | null
}

export interface OpenDashboard {
  readonly dashboard: Dashboard
  readonly reports: readonly Report[]
}

export function dashboardQuery(app: string, name: string) {
  return queryOptions({
    queryKey: ['dashboard', app, name],
    queryFn: ({ signal }) => request<OpenDashboard>(`${appPath(app)}/dashboards/${encodeURIComponent(name)}`, { signal }),
    staleTime: 60_000,
  })
}

export function appPath(app: string): string {
  return `/apps/${encodeURIComponent(app)}`
}
