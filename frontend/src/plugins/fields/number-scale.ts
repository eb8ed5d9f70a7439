/** Decimal places that number fields keep; without an option, what the schema says. */
import type { Field } from '@/generated/metadata'

export type NumberField = Extract<Field, { type: 'integer' | 'decimal' | 'money' | 'percent' }>

const USUAL = { integer: 0, decimal: 2, money: 2, percent: 4 } as const

export function scaleOf(field: NumberField): number {
  return field.type === 'integer' ? USUAL.integer : (field.options?.scale ?? USUAL[field.type])
}
