/** Where a field stands inside its entity's document, as findings name it. */
import type { Entity, Field } from '@/generated/metadata'

export function fieldPlace(entity: Entity, id: string): (string | number)[] {
  const index = entity.fields.findIndex((field) => field.id === id)
  if (index >= 0) return ['fields', index]
  for (const [at, lines] of entity.fields.entries()) {
    const column = columnsOf(lines).findIndex((field) => field.id === id)
    if (column >= 0) return ['fields', at, 'options', 'fields', column]
  }
  return []
}

/** A field of the entity or of its detail lines. */
export function anyField(entity: Entity, id: string): Field | undefined {
  return entity.fields.flatMap((field) => [field, ...columnsOf(field)]).find((field) => field.id === id)
}

export function columnsOf(field: Field): readonly Field[] {
  return field.type === 'lines' ? field.options.fields : []
}

/** The detail lines a field is a column of. */
export function linesAround(entity: Entity, id: string): Field | undefined {
  return entity.fields.find((field) => columnsOf(field).some((column) => column.id === id))
}
