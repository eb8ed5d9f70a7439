/** The question behind a list: the view's restriction and order, and what the reader added. */
import type { Entity, View } from '@/generated/metadata'
import { fieldWithId, titleField, type Definition } from '@/shared/definition/definition'
import { viewRestriction, type ListQuery } from '@/shared/records/list-records'

import type { ShownColumn } from './columns'
import { sortText, type ListState, type SortKey } from './list-state'

/** The view's own order, by field names; it shows no arrows, those are for what the reader chose. */
function viewSort(entity: Entity, view: View): readonly SortKey[] {
  return (view.sort ?? []).flatMap(({ field: id, descending = false }) => {
    const name = fieldWithId(entity, id)?.name
    return name === undefined ? [] : [{ field: name, descending }]
  })
}

export function listQuery(definition: Definition, entity: Entity, view: View, state: ListState, columns: readonly ShownColumn[]): ListQuery {
  const { filter, conditions = [] } = viewRestriction(definition, view)
  const sort = sortText(state.sort.length > 0 ? state.sort : viewSort(entity, view))
  const fields = namesOf(entity, columns)
  return {
    ...(filter !== undefined && { filter }),
    conditions: [...conditions, ...state.conditions],
    ...(state.search !== '' && { search: state.search }),
    ...(sort !== '' && { sort }),
    fields: fields.join(','),
    expand: '*',
  }
}

/** The shown fields and the title, each once. */
function namesOf(entity: Entity, columns: readonly ShownColumn[]): readonly string[] {
  const title = titleField(entity)
  return [...new Set([...(title ? [title.name] : []), ...columns.map(({ field }) => field.name)])]
}
