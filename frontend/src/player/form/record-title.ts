/** What a record is called, and which of its choices says how far it is. */
import type { Entry } from '@/core/forms/entry'
import { isBlank } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'
import type { FieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'
import { titleField } from '@/shared/definition/definition'

/** Empty as long as nothing names the record. */
export function recordTitle(entity: Entity, entry: Entry, scope: FieldScope): string {
  const field = titleField(entity)
  const value = field && entry.values[field.name]
  if (field === undefined || value === undefined || isBlank(value)) return ''
  const shown = shownField(field, scope)
  return specOf(shown).write(value, shown, scope)
}

const STATUS_NAMES = new Set(['status', 'stage', 'state', '状态', '阶段'])

export function statusField(entity: Entity): Field | undefined {
  return entity.fields.find(({ type, name }) => type === 'choice' && STATUS_NAMES.has(name))
}
