/** One setting: its name over its control. */
import type { ReactNode } from 'react'

import styles from './asking.module.css'

interface EntryProps {
  readonly name: string
  readonly hint?: string
  readonly children: ReactNode
}

export function Entry({ name, hint, children }: EntryProps) {
  return (
    // Every control has its own name besides; the words here are for the eyes and for clicking.
    <label className={styles['entry']}>
      <span>{name}</span>
      {children}
      {hint !== undefined && <span className={styles['where']}>{hint}</span>}
    </label>
  )
}

