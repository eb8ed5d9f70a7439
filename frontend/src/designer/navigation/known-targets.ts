/** What a navigation can lead to: the lists, pages and dashboards of the draft. */
import type { Dashboard, Entity, Label, Page, View } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import type { TargetKind } from './navigation-tree'

export interface KnownTarget {
  readonly id: string
  readonly kind: TargetKind
  readonly file: string
  readonly name: string
  readonly label: Label
  readonly icon: string | undefined
}

const FOLDERS: Readonly<Record<string, TargetKind>> = { views: 'view', pages: 'page', dashboards: 'dashboard' }
const USUAL_ICON: Readonly<Record<TargetKind, string>> = { view: 'list', page: 'app', dashboard: 'chart' }

export function knownTargets(draft: Draft): ReadonlyMap<string, KnownTarget> {
  const entities = new Map(Object.entries(draft.documents).flatMap(([file, document]) => (file.startsWith('entities/') ? [[document.id, document as Entity] as const] : [])))
  const found = Object.entries(draft.documents).flatMap(([file, document]): KnownTarget[] => {
    const kind = FOLDERS[file.split('/')[0] ?? '']
    if (kind === undefined) return []
    const { id, name, label, icon } = document as unknown as View | Page | Dashboard
    const own = kind === 'view' ? (icon ?? entities.get((document as unknown as View).entity)?.icon) : icon
    return [{ id, kind, file, name, label, icon: own ?? USUAL_ICON[kind] }]
  })
  return new Map(found.map((target) => [target.id, target]))
}
