/** Enters a telephone number. */
import { plainText } from '@/core/values/text'

import type { FieldInputProps } from '../input-props'
import { TextEntry } from '../text-entry'

export function Input(props: FieldInputProps<'phone'>) {
  const digits = plainText(props.value).replaceAll(/[^\d+]/g, '')
  return <TextEntry {...props} type="tel" href={digits === '' ? undefined : `tel:${digits}`} />
}
