/** A formatted number: even digits, negative ones in red. */
import type { ReactNode } from 'react'

import styles from './fields.module.css'

interface NumberTextProps {
  readonly isNegative: boolean
  readonly children: ReactNode
}

export function NumberText({ isNegative, children }: NumberTextProps) {
  return <span className={isNegative ? `${styles['number']} ${styles['negative']}` : styles['number']}>{children}</span>
}
