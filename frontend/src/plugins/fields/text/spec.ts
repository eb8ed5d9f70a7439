/** One line of text. */
import { parseText, plainText } from '@/core/values/text'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'text'> = { key: 'text', align: 'start', width: 180, sheetEntry: 'text', read: parseText, write: plainText }
