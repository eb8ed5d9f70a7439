/** Uploaded files. */
import { isStoredFile } from '@/core/values/value'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'attachment'> = {
  key: 'attachment',
  align: 'start',
  width: 160,
  write: (value) => (Array.isArray(value) ? value.filter(isStoredFile).map(({ name }) => name).join(', ') : ''),
}
