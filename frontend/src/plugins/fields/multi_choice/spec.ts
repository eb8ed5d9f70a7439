/** Several of an option list. */
import { text } from '@/core/i18n/text'
import { parseChoices } from '@/core/values/choice'

import { choicesOf } from '../scope'
import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'multi_choice'> = {
  key: 'multi_choice',
  align: 'start',
  width: 180,
  sheetEntry: 'picker',
  read: (typed, { options }, scope) => parseChoices(typed, choicesOf(scope, options.list)),
  write: (value, { options }, scope) => {
    const chosen = Array.isArray(value) ? (value as readonly string[]) : []
    const choices = choicesOf(scope, options.list)
    return chosen.map((each) => text(choices.find((choice) => choice.value === each)?.label, scope.locale, each)).join(', ')
  },
}
