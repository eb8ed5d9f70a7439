/** A dashboard with the reports on it. */
import { queryOptions } from '@tanstack/react-query'

import type { Dashboard, Report } from '@/generated/metadata'
import { request } from '@/shared/api/request'

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
