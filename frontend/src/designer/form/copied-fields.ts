/** Fields on the clipboard. */
import type { Entity, Field } from '@/generated/metadata'

import type { Clip } from '../frame/use-clipboard'

const KIND = 'form_fields'

export function clipOf(app: string, fields: readonly Field[]): Clip | null {
  return fields.length === 0 ? null : { kind: KIND, app, data: fields }
}

/** The fields in a clip; none where it is something else. */
export function fieldsIn({ kind, data }: Clip): readonly Field[] {
  return kind === KIND && Array.isArray(data) ? data.filter(isField) : []
}

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'id' in value && 'type' in value && 'label' in value
}

/** Fields of the record itself, in the order of the entity's ids given. */
export function fieldsWithIds(entity: Entity, ids: readonly string[]): Field[] {
  return ids.flatMap((id) => entity.fields.find((field) => field.id === id) ?? [])
}
