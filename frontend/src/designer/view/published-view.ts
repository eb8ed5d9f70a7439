/**
 * The view in the making over the records there are. These are stored as the published release says: what is new in the
 * draft has no values yet, what was renamed is asked for by its published name.
 */
import { useMemo } from 'react'

import type { Entity, Options, View } from '@/generated/metadata'
import { entityWithId as publishedEntity, type Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'

import { documentsIn, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'

export interface PublishedView {
  /** The published definition with the option lists of the draft, for looking only. */
  readonly definition: Definition
  readonly entity: Entity
  /** The view of the draft, reduced to fields that are published. */
  readonly view: View
}

/** Undefined while it is on its way; null where the entity is not published, or not for this person to see. */
export function usePublishedView(view: View): PublishedView | null | undefined {
  const { draft } = useDrafting()
  const { data: definition, error } = useDefinition(draft.app)
  return useMemo(() => {
    if (definition === undefined) return error === null ? undefined : null
    const entity = publishedEntity(definition, view.entity)
    if (entity === undefined || definition.rights[entity.name]?.read !== true) return null
    return { definition: withDraftLists(definition, draft), entity, view: reducedTo(view, entity) }
  }, [definition, error, draft, view])
}

function withDraftLists(definition: Definition, draft: Draft): Definition {
  const lists = new Map(documentsIn<Options>(draft, 'options').map((list) => [list.id, list]))
  const rights = Object.entries(definition.rights).map(([name, right]) => [name, { ...right, update: false }] as const)
  // Looking at a list in the making changes no record: nothing can be moved there.
  return { ...definition, options: definition.options.map((list) => lists.get(list.id) ?? list), rights: Object.fromEntries(rights) }
}

export function reducedTo(view: View, entity: Entity): View {
  const known = new Set(entity.fields.map(({ id }) => id))
  const has = ({ field }: { readonly field?: string }) => field === undefined || known.has(field)
  const { conditions, sort, groups, colors, ...others } = view
  return {
    ...others,
    columns: view.columns.filter(has),
    ...(conditions && { conditions: conditions.filter(has) }),
    ...(sort && { sort: sort.filter(has) }),
    ...(groups && { groups: groups.filter(has) }),
    ...(colors && { colors: colors.filter(has) }),
  }
}
