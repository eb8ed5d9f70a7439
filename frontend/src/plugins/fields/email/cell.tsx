/** Shows an e-mail address as a link that begins a letter. */
import { plainText } from '@/core/values/text'

import { AddressLink } from '../address-link'
import type { FieldCellProps } from '../cell-props'

export function Cell({ value }: FieldCellProps<'email'>) {
  return <AddressLink href={`mailto:${plainText(value)}`} text={plainText(value)} />
}
