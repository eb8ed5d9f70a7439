/** The values a copy of a record begins with: everything entered, nothing computed, lines without their ids. */
import { isComputed, linesFieldsOf, type Entry } from '@/core/forms/entry'
import type { Values } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'

export function copyOf(entity: Entity, entry: Entry): Readonly<Record<string, unknown>> {
  const lines = linesFieldsOf(entity).map(({ name, options }) => [name, (entry.lines[name] ?? []).map(({ values }) => enteredOf(options.fields, values))])
  return { ...enteredOf(entity.fields, entry.values), ...Object.fromEntries(lines) }
}

function enteredOf(fields: readonly Field[], values: Values): Values {
  const entered = fields.filter((field) => !isComputed(field) && field.read_only !== true && values[field.name] !== undefined)
  return Object.fromEntries(entered.map(({ name }) => [name, values[name] ?? null]))
}
