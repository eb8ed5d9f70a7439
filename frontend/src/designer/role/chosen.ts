/** What is in hand in the role editor: one right on an entity, or the role itself. */
import type { Place } from '../frame/places'
import type { Role } from '@/generated/metadata'
import { ACTIONS, type Action } from './rights'

export interface ChosenRight {
  readonly entity: string
  readonly action: Action
}

export const TABS = ['data', 'offers', 'design', 'people', 'explain'] as const
export type Tab = (typeof TABS)[number]

const TAB_OF: Readonly<Record<string, Tab>> = { entities: 'data', views: 'offers', dashboards: 'offers', explore: 'offers', design: 'design', administer: 'design' }

/** The right a place of the document is about. */
export function rightAt(role: Role, [part, index, action]: Place): ChosenRight | null {
  const permission = part === 'entities' && typeof index === 'number' ? role.entities?.[index] : undefined
  if (permission === undefined) return null
  const named = ACTIONS.find((each) => each === action)
  return { entity: permission.entity, action: named ?? 'read' }
}

/** The tab a place of the document stands on. */
export function tabAt([part]: Place): Tab {
  return TAB_OF[String(part)] ?? 'data'
}

/** The place of a right in the document; nothing where the role says nothing about the entity. */
export function placeOf(role: Role, { entity, action }: ChosenRight): Place | null {
  const index = role.entities?.findIndex((permission) => permission.entity === entity) ?? -1
  return index < 0 ? null : ['entities', index, action]
}
