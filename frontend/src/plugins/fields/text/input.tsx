/** Enters one line of text. */
import type { FieldInputProps } from '../input-props'
import { TextEntry } from '../text-entry'

export function Input({ field, ...props }: FieldInputProps<'text'>) {
  return <TextEntry {...props} maxLength={field.options?.max_length} />
}
