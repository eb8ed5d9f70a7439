/** A telephone number. */
import { parsePhone } from '@/core/values/contact'
import { plainText } from '@/core/values/text'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'phone'> = { key: 'phone', align: 'start', width: 150, sheetEntry: 'text', read: parsePhone, write: plainText }
