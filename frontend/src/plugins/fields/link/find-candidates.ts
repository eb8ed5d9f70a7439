/** Asks the server for records a link may lead to, with the field that tells namesakes apart. */
import type { Entity, Field } from '@/generated/metadata'
import { fieldWithId, titleField } from '@/shared/definition/definition'
import { listRecords } from '@/shared/records/list-records'
import type { StoredRecord } from '@/shared/records/record'
import type { Value } from '@/core/values/value'

import type { Candidate } from '../reference-select'
import type { FieldScope } from '../scope'
import { shownField } from '../shown-field'
import type { FieldOf } from '../spec'
import { specOf } from '../spec-of'
import { linkedEntity } from './linked-entity'

const MOST = 30

export async function findCandidates(typed: string, field: FieldOf<'link'>, scope: FieldScope, signal: AbortSignal): Promise<readonly Candidate[]> {
  const entity = linkedEntity(field, scope)
  if (entity === undefined) return []
  const [title, detail] = [titleField(entity), detailField(entity)]
  const fields = [title, detail].flatMap((each) => each?.name ?? []).join(',')
  const search = typed === '' ? undefined : typed
  const query = { fields, search, filter: field.options.filter, expand: '*', limit: MOST }
  const { items } = await listRecords(scope.app, entity.name, query, signal)
  return items.map((record) => ({ id: record.id, title: wordsOf(record, title, scope) || record.id, detail: wordsOf(record, detail, scope) }))
}

/** The first field people also search by. */
function detailField(entity: Entity): Field | undefined {
  const other = (entity.search ?? []).find((id) => id !== entity.title)
  return other === undefined ? undefined : fieldWithId(entity, other)
}

function wordsOf(record: StoredRecord, field: Field | undefined, scope: FieldScope): string {
  if (field === undefined) return ''
  const shown = shownField(field, scope)
  return specOf(shown).write((record[field.name] ?? null) as Value, shown, scope)
}
