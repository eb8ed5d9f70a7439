/** Shows a telephone number as a link that dials it. */
import { plainText } from '@/core/values/text'

import { AddressLink } from '../address-link'
import type { FieldCellProps } from '../cell-props'

export function Cell({ value }: FieldCellProps<'phone'>) {
  return <AddressLink href={`tel:${plainText(value).replaceAll(/[^\d+]/g, '')}`} text={plainText(value)} />
}
