/** Enters a web address. */
import { isWebAddress } from '@/core/values/contact'
import { plainText } from '@/core/values/text'

import type { FieldInputProps } from '../input-props'
import { TextEntry } from '../text-entry'

export function Input(props: FieldInputProps<'url'>) {
  const address = plainText(props.value)
  return <TextEntry {...props} type="url" href={isWebAddress(address) ? address : undefined} />
}
