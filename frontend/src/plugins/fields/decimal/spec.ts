/** An exact decimal number. */
import { parseDecimal } from '@/core/values/number'
import { plainText } from '@/core/values/text'

import { scaleOf } from '../number-scale'
import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'decimal'> = {
  key: 'decimal',
  align: 'end',
  width: 120,
  sheetEntry: 'text',
  read: (text, field) => parseDecimal(text, scaleOf(field)),
  write: plainText,
}
