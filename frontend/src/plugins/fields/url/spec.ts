/** A web address. */
import { parseUrl } from '@/core/values/contact'
import { plainText } from '@/core/values/text'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'url'> = { key: 'url', align: 'start', width: 200, sheetEntry: 'text', read: parseUrl, write: plainText }
