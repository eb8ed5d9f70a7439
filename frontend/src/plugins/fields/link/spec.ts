/** One record of an entity, by its title. */
import { isReference } from '@/core/values/value'
import { fieldWithId, titleField } from '@/shared/definition/definition'
import { listRecords } from '@/shared/records/list-records'

import { matchReferences } from '../reference-matching'
import type { FieldScope } from '../scope'
import type { FieldOf, FieldSpec } from '../spec'
import { linkedEntity } from './linked-entity'

export const spec: FieldSpec<'link'> = {
  key: 'link',
  align: 'start',
  width: 180,
  sheetEntry: 'picker',
  write: (value) => (isReference(value) ? (value.title ?? '') : ''),
  match: matchLinks,
}

async function matchLinks(texts: readonly string[], field: FieldOf<'link'>, scope: FieldScope) {
  const entity = linkedEntity(field, scope)
  const title = entity && titleField(entity)
  if (entity === undefined || title === undefined) return new Map()
  const searched = (entity.search ?? []).flatMap((id) => fieldWithId(entity, id)?.name ?? [])
  return matchReferences(texts, {
    title: title.name,
    names: [...new Set([title.name, ...searched])],
    filter: field.options.filter,
    list: async (query) => (await listRecords(scope.app, entity.name, query)).items,
  })
}
