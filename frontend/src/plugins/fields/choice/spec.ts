/** One of an option list. */
import { text } from '@/core/i18n/text'
import { parseChoice } from '@/core/values/choice'

import { choicesOf } from '../scope'
import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'choice'> = {
  key: 'choice',
  align: 'start',
  width: 120,
  sheetEntry: 'picker',
  read: (typed, { options }, scope) => parseChoice(typed, choicesOf(scope, options.list)),
  write: (value, { options }, scope) => {
    const choice = choicesOf(scope, options.list).find((each) => each.value === value)
    return text(choice?.label, scope.locale, typeof value === 'string' ? value : '')
  },
}
