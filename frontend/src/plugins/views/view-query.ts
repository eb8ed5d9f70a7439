/** The question behind a list: the view's restriction and order, and what the reader added. */
import type { Entity, View } from '@/generated/metadata'
import { fieldWithId, titleField, type Definition } from '@/shared/definition/definition'
import { viewRestriction, type ListQuery, type NamedCondition } from '@/shared/records/list-records'

import type { ShownColumn } from './columns'
import { layoutFields, layoutOf } from './layout'
import { sortText, type SortKey } from './sort-key'

/** What a reader adds to a view: words to find, conditions, an order of their own. */
export interface Added {
  readonly search: string
  readonly conditions: readonly NamedCondition[]
  /** Empty: the view's own order. */
  readonly sort: readonly SortKey[]
}

export const NOTHING_ADDED: Added = { search: '', conditions: [], sort: [] }

/** The view's own order, by field names; it shows no arrows, those are for what the reader chose. */
function viewSort(entity: Entity, view: View): readonly SortKey[] {
  return (view.sort ?? []).flatMap(({ field: id, descending = false }) => {
    const name = fieldWithId(entity, id)?.name
    return name === undefined ? [] : [{ field: name, descending }]
  })
}

export function viewQuery(definition: Definition, entity: Entity, view: View, added: Added, columns: readonly ShownColumn[]): ListQuery {
  const { filter, conditions = [] } = viewRestriction(definition, view)
  const sort = sortText(added.sort.length > 0 ? added.sort : viewSort(entity, view))
  return {
    ...(filter !== undefined && { filter }),
    conditions: [...conditions, ...added.conditions],
    ...(added.search !== '' && { search: added.search }),
    ...(sort !== '' && { sort }),
    fields: namesOf(entity, view, columns).join(','),
    expand: '*',
  }
}

/** The shown fields, the title, and what lays the view out, each once. */
function namesOf(entity: Entity, view: View, columns: readonly ShownColumn[]): readonly string[] {
  const title = titleField(entity)
  const shown = [...(title ? [title] : []), ...columns.map(({ field }) => field), ...layoutFields(layoutOf(entity, view))]
  return [...new Set(shown.map(({ name }) => name))]
}
