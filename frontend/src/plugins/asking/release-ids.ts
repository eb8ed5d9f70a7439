/** Whether a question names entities or fields that no release has yet, so that there are no figures of them. */
import { SYSTEM_FIELDS } from '@/core/query/field-tree'
import { lineFields } from '@/core/query/place'
import type { Query } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'

export function isAheadOf({ entities }: Pick<Definition, 'entities'>, query: Query): boolean {
  const known = new Set<string>([...SYSTEM_FIELDS.map(({ id }) => id), 'id'])
  for (const { id, fields } of entities) {
    known.add(id)
    for (const field of fields) for (const each of [field, ...lineFields(field)]) known.add(each.id)
  }
  const named = [...query.measures, ...(query.dimensions ?? []), ...(query.filters ?? [])].flatMap(({ home, lines, path = [], field }) => [home, lines, ...path, field])
  return named.some((id) => id !== undefined && !known.has(id))
}
