/** Shows a choice as a coloured tag. */
import { plainText } from '@/core/values/text'

import type { FieldCellProps } from '../cell-props'
import { ChoiceTag } from '../choice-tag'

export function Cell({ field, value }: FieldCellProps<'choice'>) {
  return <ChoiceTag list={field.options.list} value={plainText(value)} />
}
