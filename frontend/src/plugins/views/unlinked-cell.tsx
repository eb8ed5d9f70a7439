/** A value as its field shows it, but no link: for places that are themselves pressed. */
import { isReference, type Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'

const ADDRESSES = new Set<Field['type']>(['email', 'phone', 'url'])

/** Whether a field shows its values as links. */
export function isLinked({ type }: Field): boolean {
  return type === 'link' || ADDRESSES.has(type)
}

export function UnlinkedCell({ field, value }: { readonly field: Field; readonly value: Value | undefined }) {
  const { type } = shownField(field, useFieldScope())
  if (type === 'link' && isReference(value)) return value.title ?? '—'
  return ADDRESSES.has(type) ? String(value ?? '') : <FieldCell field={field} value={value} />
}
