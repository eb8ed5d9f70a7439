/** An address that can be followed: opens mail, the telephone, or the page in a new tab; clicks do not reach the row around it. */
import styles from './fields.module.css'

interface AddressLinkProps {
  readonly href: string
  readonly text: string
}

export function AddressLink({ href, text }: AddressLinkProps) {
  const target = href.startsWith('http') ? { target: '_blank', rel: 'noreferrer noopener' } : {}
  return (
    <a className={styles['line']} href={href} onClick={(event) => event.stopPropagation()} {...target}>
      {text}
    </a>
  )
}
