/** An e-mail address. */
import { parseEmail } from '@/core/values/contact'
import { plainText } from '@/core/values/text'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'email'> = { key: 'email', align: 'start', width: 200, sheetEntry: 'text', read: parseEmail, write: plainText }
