/** A calendar day without time zone. */
import { parseDate } from '@/core/values/date'
import { dayAt } from '@/core/values/instant'
import { plainText } from '@/core/values/text'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'date'> = {
  key: 'date',
  align: 'start',
  width: 120,
  sheetEntry: 'calendar',
  read: (text, _, { zone }) => parseDate(text, dayAt(new Date(), zone)),
  write: plainText,
}
