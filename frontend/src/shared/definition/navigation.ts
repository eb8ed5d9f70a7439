/** The navigation an app's document describes, reduced to what this person may open. */
import type { Label, NavigationItem, View } from '@/generated/metadata'

import { viewWithId, type DashboardEntry, type Definition } from './definition'

export interface NavigationView {
  readonly kind: 'view'
  readonly view: View
  readonly icon: string | undefined
}

export interface NavigationGroup {
  readonly kind: 'group'
  readonly key: string
  readonly label: Label
  readonly icon: string | undefined
  readonly entries: readonly NavigationEntry[]
}

export interface NavigationDashboard {
  readonly kind: 'dashboard'
  readonly dashboard: DashboardEntry
  readonly icon: string
}

export interface NavigationPage {
  readonly kind: 'page'
  readonly page: DashboardEntry
  readonly icon: string
}

export type NavigationEntry = NavigationView | NavigationDashboard | NavigationPage | NavigationGroup

/**
 * Views, dashboards and pages the person does not see are left out, and so are groups that become empty. Dashboards and
 * pages no item names come first.
 */
export function navigationTree(definition: Definition): NavigationEntry[] {
  const tree = entriesOf(definition, definition.app.navigation ?? [], 'group')
  const named = new Set(tree.flatMap(dashboardsOf).map(({ dashboard }) => dashboard.id))
  const others = (definition.dashboards ?? []).filter(({ id }) => !named.has(id))
  const pages = new Set(tree.flatMap(pagesOf).map(({ page }) => page.id))
  const otherPages = (definition.pages ?? []).filter(({ id }) => !pages.has(id))
  return [...others.map((dashboard) => dashboardEntry(dashboard, undefined)), ...otherPages.map((page) => pageEntry(page, undefined)), ...tree]
}

/** All views of the navigation in order, groups dissolved. */
export function navigationViews(definition: Definition): NavigationView[] {
  return navigationTree(definition).flatMap(viewsOf)
}

/** The views at or below an entry, in order. */
export function viewsOf(entry: NavigationEntry): NavigationView[] {
  if (entry.kind === 'group') return entry.entries.flatMap(viewsOf)
  return entry.kind === 'view' ? [entry] : []
}

/** The dashboards at or below an entry, in order. */
export function dashboardsOf(entry: NavigationEntry): NavigationDashboard[] {
  if (entry.kind === 'group') return entry.entries.flatMap(dashboardsOf)
  return entry.kind === 'dashboard' ? [entry] : []
}

/** The pages at or below an entry, in order. */
export function pagesOf(entry: NavigationEntry): NavigationPage[] {
  if (entry.kind === 'group') return entry.entries.flatMap(pagesOf)
  return entry.kind === 'page' ? [entry] : []
}

/** All dashboards of the navigation in order. */
export function navigationDashboards(definition: Definition): NavigationDashboard[] {
  return navigationTree(definition).flatMap(dashboardsOf)
}

function entriesOf(definition: Definition, items: readonly NavigationItem[], key: string): NavigationEntry[] {
  return items.flatMap((item, at) => entryOf(definition, item, `${key}-${at}`) ?? [])
}

function entryOf(definition: Definition, item: NavigationItem, key: string): NavigationEntry | undefined {
  if (item.view !== undefined) return viewEntry(definition, item.view, item.icon)
  if (item.dashboard !== undefined) {
    const dashboard = definition.dashboards?.find(({ id }) => id === item.dashboard)
    return dashboard && dashboardEntry(dashboard, item.icon)
  }
  if (item.page !== undefined) {
    const page = definition.pages?.find(({ id }) => id === item.page)
    return page && pageEntry(page, item.icon)
  }
  const entries = entriesOf(definition, item.items ?? [], key)
  return entries.length > 0 ? { kind: 'group', key, label: item.group ?? {}, icon: item.icon, entries } : undefined
}

function dashboardEntry(dashboard: DashboardEntry, icon: string | undefined): NavigationDashboard {
  return { kind: 'dashboard', dashboard, icon: icon ?? dashboard.icon ?? 'chart' }
}

function pageEntry(page: DashboardEntry, icon: string | undefined): NavigationPage {
  return { kind: 'page', page, icon: icon ?? page.icon ?? 'app' }
}

function viewEntry(definition: Definition, id: string, icon: string | undefined): NavigationView | undefined {
  const view = viewWithId(definition, id)
  return view && { kind: 'view', view, icon: icon ?? view.icon ?? entityIcon(definition, view) }
}

function entityIcon(definition: Definition, view: View): string | undefined {
  return definition.entities.find(({ id }) => id === view.entity)?.icon
}
