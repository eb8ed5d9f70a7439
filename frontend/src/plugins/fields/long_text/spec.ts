/** Text of several lines. */
import { parseText, plainText } from '@/core/values/text'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'long_text'> = { key: 'long_text', align: 'start', width: 260, sheetEntry: 'text', read: parseText, write: plainText }
