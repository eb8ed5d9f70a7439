/** A formatted running number, given by the server when the record is saved. */
import { plainText } from '@/core/values/text'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'sequence'> = { key: 'sequence', align: 'start', width: 140, write: plainText }
