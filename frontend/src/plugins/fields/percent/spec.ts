/** A ratio shown as percentage. */
import { isDecimalText } from '@/core/values/decimal'
import { parsePercent, percentText } from '@/core/values/number'

import { scaleOf } from '../number-scale'
import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'percent'> = {
  key: 'percent',
  align: 'end',
  width: 100,
  sheetEntry: 'text',
  read: (text, field) => parsePercent(text, scaleOf(field)),
  write: (value) => (isDecimalText(value) ? percentText(value) : ''),
}
