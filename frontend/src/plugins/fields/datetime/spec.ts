/** An instant, shown in the app's time zone. */
import { dayAt, parseInstant, wallTime } from '@/core/values/instant'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'datetime'> = {
  key: 'datetime',
  align: 'start',
  width: 160,
  sheetEntry: 'calendar',
  read: (text, _, { zone }) => parseInstant(text, zone, dayAt(new Date(), zone)),
  write: (value, _, { zone }) => (typeof value === 'string' ? wallTime(value, zone).replace('T', ' ').replace(/:00$/, '') : ''),
}
