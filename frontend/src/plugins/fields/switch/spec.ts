/** Yes or no. */
import { translator } from '@/core/i18n/translator'
import { parseSwitch } from '@/core/values/switch'

import type { FieldSpec } from '../spec'

export const spec: FieldSpec<'switch'> = {
  key: 'switch',
  align: 'start',
  width: 80,
  sheetEntry: 'toggle',
  read: parseSwitch,
  write: (value) => (value === true ? translator.t('fields:switch.yes') : translator.t('fields:switch.no')),
}
