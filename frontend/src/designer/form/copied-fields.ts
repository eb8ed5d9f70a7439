/** Fields on the clipboard: as text that also says what they are when pasted elsewhere. */
import type { Entity, Field } from '@/generated/metadata'

const MARK = 'tongdao/fields/1'

export function writeCopied(fields: readonly Field[]): string {
  return JSON.stringify({ schema: MARK, fields }, null, 2)
}

/** The fields in a copied text; none where it is something else. */
export function readCopied(text: string): readonly Field[] {
  if (!text.includes(MARK)) return []
  try {
    const { schema, fields } = JSON.parse(text) as { readonly schema?: unknown; readonly fields?: unknown }
    return schema === MARK && Array.isArray(fields) ? fields.filter(isField) : []
  } catch {
    return []
  }
}

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'id' in value && 'type' in value && 'label' in value
}

/** Fields of the record itself, in the order of the entity's ids given. */
export function fieldsWithIds(entity: Entity, ids: readonly string[]): Field[] {
  return ids.flatMap((id) => entity.fields.find((field) => field.id === id) ?? [])
}
