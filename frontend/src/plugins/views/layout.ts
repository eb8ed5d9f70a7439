/** What lays a view out, as far as this person may see it; a view laid out by nothing is a plain list. */
import type { Entity, Field, View } from '@/generated/metadata'
import { fieldWithId } from '@/shared/definition/definition'

import type { GroupLevel } from './group-level'

export type ViewKind = NonNullable<View['kind']>

export interface Layout {
  readonly kind: ViewKind
  readonly lane?: Field
  readonly start?: Field
  readonly end?: Field
  readonly picture?: Field
  /** The outermost level first; only of rows. */
  readonly groups?: readonly GroupLevel[]
}

export function layoutOf(entity: Entity, view: View): Layout {
  const named = (id: string | undefined) => (id === undefined ? undefined : fieldWithId(entity, id))
  const lane = named(view.kanban?.lane)
  const start = named(view.calendar?.start)
  if (view.kind === 'kanban' && lane !== undefined) return { kind: 'kanban', lane }
  if (view.kind === 'calendar' && start !== undefined) return { kind: 'calendar', start, ...given('end', named(view.calendar?.end)) }
  if (view.kind === 'gallery') return { kind: 'gallery', ...given('picture', named(view.gallery?.picture)) }
  const groups = levelsOf(entity, view)
  return { kind: 'grid', ...(groups.length > 0 && { groups }) }
}

function levelsOf(entity: Entity, { groups = [] }: View): readonly GroupLevel[] {
  return groups.flatMap(({ field: id, grain, descending = false }) => {
    const field = fieldWithId(entity, id)
    return field === undefined ? [] : [{ field, grain, isDescending: descending }]
  })
}

/** Fields that must come with every record for it to be laid out. */
export function layoutFields({ lane, start, end, picture }: Layout): readonly Field[] {
  return [lane, start, end, picture].filter((field) => field !== undefined)
}

function given<K extends string>(key: K, field: Field | undefined): { readonly [P in K]?: Field } {
  return (field === undefined ? {} : { [key]: field }) as { readonly [P in K]?: Field }
}
