/** An exact amount of one currency. */
import { parseDecimal } from '@/core/values/number'
import { plainText } from '@/core/values/text'

import { scaleOf } from '../number-scale'
import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'money'> = {
  key: 'money',
  align: 'end',
  width: 130,
  sheetEntry: 'text',
  read: (text, field) => parseDecimal(text, scaleOf(field)),
  write: plainText,
}
