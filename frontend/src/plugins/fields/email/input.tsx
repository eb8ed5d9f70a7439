/** Enters an e-mail address. */
import { plainText } from '@/core/values/text'

import type { FieldInputProps } from '../input-props'
import { TextEntry } from '../text-entry'

export function Input(props: FieldInputProps<'email'>) {
  const address = plainText(props.value)
  return <TextEntry {...props} type="email" href={address.includes('@') ? `mailto:${address}` : undefined} />
}
