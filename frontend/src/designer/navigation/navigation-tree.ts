/** The navigation in the making: places in it, and the edits that drops and keys mean. Plain values. */
import type { Label, NavigationItem } from '@/generated/metadata'

import type { Params } from '../drafting/draft-context'

/** The way down, group by group. */
export type Way = readonly number[]

export interface EditCall {
  readonly kind: string
  readonly params: Params
  /** Where the item is afterwards. */
  readonly after: Way
}

/** What can be dragged: an item that is there, a document that is not yet, or a new group. */
export type Dragged = { readonly kind: 'item'; readonly at: Way } | { readonly kind: 'target'; readonly target: TargetKind; readonly id: string } | { readonly kind: 'group' }

export type TargetKind = 'view' | 'page' | 'dashboard'
export const TARGET_KINDS: readonly TargetKind[] = ['view', 'page', 'dashboard']

type Items = readonly NavigationItem[]

export function wayText(way: Way): string {
  return way.join('.')
}

export function readWay(text: string): Way {
  return text === '' ? [] : text.split('.').map(Number)
}

export function itemAt(items: Items, way: Way): NavigationItem | undefined {
  const [first, ...rest] = way
  const item = first === undefined ? undefined : items[first]
  return rest.length === 0 ? item : item && itemAt(item.items ?? [], rest)
}

export function isGroup(item: NavigationItem | undefined): boolean {
  return item?.group !== undefined
}

/** What an item leads to; nothing for groups. */
export function targetOf(item: NavigationItem): { readonly kind: TargetKind; readonly id: string } | undefined {
  const kind = TARGET_KINDS.find((each) => item[each] !== undefined)
  return kind && { kind, id: item[kind] ?? '' }
}

/** Ids of all that items lead to. */
export function targetsIn(items: Items): ReadonlySet<string> {
  return new Set(items.flatMap((item) => [...(targetOf(item) ? [targetOf(item)?.id ?? ''] : []), ...targetsIn(item.items ?? [])]))
}

/** The edit for a drop before a place; null where nothing would change. */
export function editForDrop(dragged: Dragged, to: Way, newGroup: Label): EditCall | null {
  switch (dragged.kind) {
    case 'target':
      return { kind: 'add_navigation_item', params: { [dragged.target]: dragged.id, at: to }, after: to }
    case 'group':
      return { kind: 'add_navigation_group', params: { label: newGroup, at: to }, after: to }
    case 'item':
      return moved(dragged.at, to)
  }
}

function moved(at: Way, to: Way): EditCall | null {
  const after = afterMove(at, to)
  const isInside = to.length > at.length && at.every((step, depth) => to[depth] === step)
  return isInside || wayText(after) === wayText(at) ? null : { kind: 'move_navigation_item', params: { at, to }, after }
}

/** Where an item is once it was taken out of its old place. */
export function afterMove(at: Way, to: Way): Way {
  const depth = at.length - 1
  const isBeside = at.slice(0, depth).every((step, n) => to[n] === step) && to.length > depth
  return isBeside && (to[depth] ?? 0) > (at[depth] ?? 0) ? to.with(depth, (to[depth] ?? 1) - 1) : to
}

export type Step = 'up' | 'down' | 'in' | 'out'

/** One step with the keyboard: up and down among its siblings, into the group above it, out of its group. */
export function editForStep(items: Items, at: Way, step: Step): EditCall | null {
  const parent = at.slice(0, -1)
  const index = at.at(-1) ?? 0
  const siblings = parent.length === 0 ? items : (itemAt(items, parent)?.items ?? [])
  switch (step) {
    case 'up':
      return index === 0 ? null : moved(at, [...parent, index - 1])
    case 'down':
      return index >= siblings.length - 1 ? null : moved(at, [...parent, index + 2])
    case 'in': {
      const above = siblings[index - 1]
      return isGroup(above) ? moved(at, [...parent, index - 1, (above?.items ?? []).length]) : null
    }
    case 'out':
      return parent.length === 0 ? null : moved(at, [...parent.slice(0, -1), (parent.at(-1) ?? 0) + 1])
  }
}
