/** Shows a web address as a link; what is not http or https is never one. */
import { isWebAddress } from '@/core/values/contact'
import { plainText } from '@/core/values/text'

import { AddressLink } from '../address-link'
import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'

export function Cell({ value }: FieldCellProps<'url'>) {
  const address = plainText(value)
  if (!isWebAddress(address)) return <span className={styles['line']}>{address}</span>
  return <AddressLink href={address} text={address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')} />
}
