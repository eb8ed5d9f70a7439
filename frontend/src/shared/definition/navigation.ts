/** The navigation an app's document describes, reduced to what this person may open. */
import type { Label, NavigationItem, View } from '@/generated/metadata'

import { viewWithId, type Definition } from './definition'

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

export type NavigationEntry = NavigationView | NavigationGroup

/** Views the person does not see are left out, and so are groups that become empty. */
export function navigationTree(definition: Definition): NavigationEntry[] {
  return entriesOf(definition, definition.app.navigation ?? [], 'group')
}

/** All views of the navigation in order, groups dissolved. */
export function navigationViews(definition: Definition): NavigationView[] {
  return navigationTree(definition).flatMap(viewsOf)
}

/** The views at or below an entry, in order. */
export function viewsOf(entry: NavigationEntry): NavigationView[] {
  return entry.kind === 'view' ? [entry] : entry.entries.flatMap(viewsOf)
}

function entriesOf(definition: Definition, items: readonly NavigationItem[], key: string): NavigationEntry[] {
  return items.flatMap((item, at) => entryOf(definition, item, `${key}-${at}`) ?? [])
}

function entryOf(definition: Definition, item: NavigationItem, key: string): NavigationEntry | undefined {
  if (item.view !== undefined) return viewEntry(definition, item.view, item.icon)
  const entries = entriesOf(definition, item.items ?? [], key)
  return entries.length > 0 ? { kind: 'group', key, label: item.group ?? {}, icon: item.icon, entries } : undefined
}

function viewEntry(definition: Definition, id: string, icon: string | undefined): NavigationView | undefined {
  const view = viewWithId(definition, id)
  return view && { kind: 'view', view, icon: icon ?? view.icon ?? entityIcon(definition, view) }
}

function entityIcon(definition: Definition, view: View): string | undefined {
  return definition.entities.find(({ id }) => id === view.entity)?.icon
}
