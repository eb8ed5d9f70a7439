/** Picks several of an option list. */
import { ChoiceSelect } from '../choice-select'
import type { FieldInputProps } from '../input-props'

export function Input({ field, value, ...props }: FieldInputProps<'multi_choice'>) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  return <ChoiceSelect {...props} isMultiple list={field.options.list} most={field.options.most} value={chosen} />
}
