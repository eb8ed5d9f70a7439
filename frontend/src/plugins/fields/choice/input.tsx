/** Picks one of an option list. */
import { plainText } from '@/core/values/text'

import { ChoiceSelect } from '../choice-select'
import type { FieldInputProps } from '../input-props'

export function Input({ field, value, onChange, ...props }: FieldInputProps<'choice'>) {
  const chosen = plainText(value)
  return <ChoiceSelect {...props} list={field.options.list} value={chosen === '' ? [] : [chosen]} onChange={([next]) => onChange(next ?? null)} />
}
