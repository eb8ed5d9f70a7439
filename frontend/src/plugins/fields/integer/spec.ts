/** A whole number. */
import { parseInteger } from '@/core/values/number'
import { plainText } from '@/core/values/text'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'integer'> = { key: 'integer', align: 'end', width: 100, sheetEntry: 'text', read: parseInteger, write: plainText }
