/** Rows beside groups and records: something to say among them, and how far a row is set in. */
import type { CSSProperties, ReactNode } from 'react'

import styles from './views.module.css'

export function Note({ span, children }: { readonly span: number; readonly children: ReactNode }) {
  return (
    <tr className={styles['groupNote']}>
      <td colSpan={span}>{children}</td>
    </tr>
  )
}

export function indent(depth: number): CSSProperties {
  return { '--depth': depth } as CSSProperties
}
