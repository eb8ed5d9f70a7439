/** Rows that belong to the record. */
import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'lines'> = {
  key: 'lines',
  align: 'end',
  width: 90,
  write: (value) => (Array.isArray(value) ? String(value.length) : ''),
}
