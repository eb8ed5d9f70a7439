/** A value computed from other fields; it looks like a field of its result. */
import { plainText } from '@/core/values/text'
import type { Field } from '@/generated/metadata'

import type { FieldOf, FieldSpec } from '../spec'

const USUAL_SCALE = 2

export const spec: FieldSpec<'formula'> = { key: 'formula', align: 'start', width: 120, write: plainText, standsFor: resultField }

function resultField({ id, name, label, options }: FieldOf<'formula'>): Field {
  const { result, scale = USUAL_SCALE } = options
  if (result === 'decimal' || result === 'money' || result === 'percent') return { id, name, label, type: result, options: { scale } }
  return { id, name, label, type: result === 'boolean' ? 'switch' : result }
}
